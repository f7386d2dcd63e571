using System.Globalization;
using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Storage;

/// <summary>
/// A cmdlet that changes a volume of a computer, given by its letter or by the numbers of disk and partition.
/// </summary>
public abstract class VolumeCmdlet : LabChangeCmdlet
{
    /// <summary>
    /// The letter that it has on the computer. Where the numbers are given too, they say which volume it is.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    public char? DriveLetter { get; set; }

    /// <summary>The disk number.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public int? DiskNumber { get; set; }

    /// <summary>The number of the partition on the disk.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public int? PartitionNumber { get; set; }

    /// <summary>
    /// The computer's name. Without it, the host that was entered with Enter-LabHost, or the only host of the lab.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Cn")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string? ComputerName { get; set; }

    /// <summary>The letter by which the request names the volume; null where the numbers do.</summary>
    private protected string? LetterOfVolume => PartitionNumber is null ? DriveLetter?.ToString() : null;

    /// <summary>The disk number by which the request names the volume; null where the letter does.</summary>
    private protected int? DiskOfVolume => PartitionNumber is null && DriveLetter is not null ? null : DiskNumber;

    /// <summary>The request.</summary>
    private protected abstract LabRequest Request(Key<PhysicalComputer> computer);

    /// <summary>What is written when it is done; null for nothing.</summary>
    private protected abstract object? OutputOf(object result, int computer);

    /// <inheritdoc/>
    private protected sealed override void Process()
    {
        PhysicalComputerView computer = ComputerNames.HostView(Handle, ComputerName);
        string volume = LetterOfVolume is { } letter
            ? $"{letter}:"
            : string.Create(CultureInfo.InvariantCulture, $"Partition {PartitionNumber} of disk {DiskNumber}");
        object? result = Change(Handle, Request(new(computer.Key)), $"{volume} on {computer.Name}", out _);
        if (result is not null && OutputOf(result, computer.Key) is { } output)
        {
            WriteObject(output);
        }
    }
}
