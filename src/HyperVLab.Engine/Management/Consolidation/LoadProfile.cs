namespace HyperVLab.Engine.Management.Consolidation;

/// <summary>
/// What a server's load is made of; <see cref="LoadWeek"/> reckons the load of an hour from it. It holds in any lab,
/// for it says by itself what it is drawn from.
/// </summary>
public sealed record LoadProfile
{
    /// <summary>What its hours are drawn from.</summary>
    public required long Seed { get; init; }

    /// <summary>The server's number, for what is its own.</summary>
    public required int Server { get; init; }

    /// <summary>The application's number, whose servers are busy together.</summary>
    public required int Application { get; init; }

    /// <summary>What it does.</summary>
    public required ServerRole Role { get; init; }

    /// <summary>The processors' mean use in the busiest hours, in thousandths of them all.</summary>
    public required int BusyPermille { get; init; }

    /// <summary>The processors' use when nobody asks for anything, in thousandths.</summary>
    public required int IdlePermille { get; init; }

    /// <summary>Disk operations a second in the busiest hours.</summary>
    public required int BusyOperations { get; init; }

    /// <summary>Network traffic in kbit/s in the busiest hours.</summary>
    public required int BusyKilobits { get; init; }

    /// <summary>The hour of the day at which its backup begins.</summary>
    public required int BackupHour { get; init; }

    /// <summary>What the weekly full backup sends, in kbit/s while it runs.</summary>
    public required int BackupKilobits { get; init; }

    /// <summary>How many hours later than others of its role it is busy.</summary>
    public required int ShiftHours { get; init; }
}
