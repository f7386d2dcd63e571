using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Pictures;

namespace HyperVLab.Objects;

/// <summary>
/// How a virtual machine's move to another host would go, or how it went, as Measure-LabVMMigration writes it.
/// </summary>
public sealed class VMMigrationMeasure
{
    internal VMMigrationMeasure(MigrationForecastView foretold)
    {
        IsPrediction = true;
        (VMName, SourceHost, DestinationHost) = (foretold.VMName, foretold.Source, foretold.Target);
        (Kind, BytesPerSecond) = (foretold.Kind, foretold.BytesPerSecond);
        (Passes, Steps, RestBytes) = ([.. foretold.Passes], [.. foretold.Steps], foretold.RestBytes);
        (StartTime, EndTime) = (foretold.StartTime, foretold.EndTime);
        (Blackout, LeastBlackout, MostBlackout) =
            (foretold.Blackout, foretold.LeastBlackout, foretold.MostBlackout);
        Phase = MigrationPhase.Succeeded;
    }

    internal VMMigrationMeasure(MigrationView migration, TimeSpan now)
    {
        (VMName, SourceHost, DestinationHost) = (migration.VMName, migration.Source, migration.Target);
        (Kind, BytesPerSecond) = (migration.Kind, migration.BytesPerSecond);
        (Passes, Steps, RestBytes) = ([.. migration.Passes], [.. migration.Steps], migration.RestBytes);
        (StartTime, EndTime) = (migration.StartTime, migration.EndTime ?? now);
        (Blackout, LeastBlackout, MostBlackout) = (migration.Blackout, migration.Blackout, migration.Blackout);
        Phase = migration.Phase;
    }

    /// <summary>Whether it is foretold and has not happened.</summary>
    public bool IsPrediction { get; }

    /// <summary>The virtual machine.</summary>
    public string VMName { get; }

    /// <summary>How it moves.</summary>
    public MigrationKind Kind { get; }

    /// <summary>The host that it leaves.</summary>
    public string SourceHost { get; }

    /// <summary>The host that it goes to.</summary>
    public string DestinationHost { get; }

    /// <summary>How far it is; what is foretold succeeds.</summary>
    public MigrationPhase Phase { get; }

    /// <summary>How fast memory is sent, in bytes a second.</summary>
    public long BytesPerSecond { get; }

    /// <summary>The passes over memory, with what each sends and how long it takes.</summary>
    public MigrationPass[] Passes { get; }

    /// <summary>How many passes there are.</summary>
    public int PassCount => Passes.Length;

    /// <summary>The phases, and when each begins.</summary>
    public MigrationStep[] Steps { get; }

    /// <summary>What is sent while the machine stands still, in bytes, beside the state of its devices.</summary>
    public long RestBytes { get; }

    /// <summary>How much memory is sent in all, in bytes.</summary>
    public long BytesSent => Passes.Sum(static pass => pass.Bytes) + RestBytes;

    /// <summary>How long the machine stands still; foretold, the mean. Empty while it has not run again.</summary>
    public TimeSpan? Blackout { get; }

    /// <summary>How long it stands still at least.</summary>
    public TimeSpan? LeastBlackout { get; }

    /// <summary>How long it stands still at most.</summary>
    public TimeSpan? MostBlackout { get; }

    /// <summary>When it begins, since the lab began.</summary>
    public TimeSpan StartTime { get; }

    /// <summary>When it ends, or now where it goes on.</summary>
    public TimeSpan EndTime { get; }

    /// <summary>How long it takes in all.</summary>
    public TimeSpan Duration => EndTime - StartTime;

    /// <summary>Draws its phases and passes in characters, one below the other over time.</summary>
    /// <param name="width">How many characters a line may have.</param>
    /// <param name="coloured">Whether to colour the time in which the machine stands still.</param>
    public string Draw(int width, bool coloured) => TextTimeline.Draw(MigrationTimeline.Of(this), width, coloured);

    /// <summary>The virtual machine and its way.</summary>
    public override string ToString() => $"{VMName}: {SourceHost} to {DestinationHost}";
}
