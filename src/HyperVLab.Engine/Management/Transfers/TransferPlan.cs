using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>What is to be sent from one managed computer to another.</summary>
internal sealed record TransferPlan
{
    /// <summary>What it is called; unique within its operation.</summary>
    public required string Name { get; init; }

    /// <summary>The computer that has it.</summary>
    public required Key<PhysicalComputer> Source { get; init; }

    /// <summary>The computer that gets it; the same for a copy within one.</summary>
    public required Key<PhysicalComputer> Target { get; init; }

    /// <summary>How much it is.</summary>
    public required long Bytes { get; init; }

    /// <summary>The file that it is; null where it is something else, such as a physical computer's disk.</summary>
    public Key<StoredFile>? File { get; init; }

    /// <summary>
    /// Where it arrives as a file, by its full path on the target. Room is kept there from the beginning. Without
    /// <see cref="File"/> that room is given back in the end, and the caller makes what has arrived. Null for no file.
    /// </summary>
    public string? TargetPath { get; init; }

    /// <summary>How urgent it is.</summary>
    public TransferPriority Priority { get; init; } = TransferPriority.Normal;

    /// <summary>A file that is sent under its own name.</summary>
    public static TransferPlan Of(
        StoredFile file, Key<PhysicalComputer> source, Key<PhysicalComputer> target, string path) => new()
        {
            Name = file.Name,
            Source = source,
            Target = target,
            Bytes = file.SizeBytes,
            File = file.Key,
            TargetPath = path,
        };
}
