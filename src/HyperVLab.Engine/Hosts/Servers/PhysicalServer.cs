using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts;

/// <summary>
/// A server with work of its own: what it has beyond any other computer, as far as its conversion into a virtual
/// machine has to know it.
/// </summary>
public sealed class PhysicalServer : IEntity<PhysicalServer>
{
    internal PhysicalServer(
        Key<PhysicalServer> key,
        Key<PhysicalComputer> computer,
        int servicePack,
        string machineSid,
        IReadOnlyList<string> devices,
        long? systemVolumeBytes,
        long workSeed)
    {
        Key = key;
        Computer = computer;
        ServicePack = servicePack;
        MachineSid = machineSid;
        Devices = devices;
        SystemVolumeBytes = systemVolumeBytes;
        WorkSeed = workSeed;
    }

    /// <inheritdoc/>
    public Key<PhysicalServer> Key { get; private set; }

    /// <summary>The computer.</summary>
    public Key<PhysicalComputer> Computer { get; private set; }

    /// <summary>The service pack of its operating system; 0 for none.</summary>
    public int ServicePack { get; private set; }

    /// <summary>The machine SID of its operating system.</summary>
    public string MachineSid { get; private set; }

    /// <summary>The hardware identifiers of its devices, as <see cref="ServerDevices"/> lists them.</summary>
    public IReadOnlyList<string> Devices { get; private set; }

    /// <summary>How large setup made its system volume, in bytes; null for all of the disk.</summary>
    public long? SystemVolumeBytes { get; private set; }

    /// <summary>What its processors do, in percent of all of them.</summary>
    public int ProcessorPercent { get; private set; }

    /// <summary>What it reads from and writes to its disks, in operations a second.</summary>
    public int DiskOperationsPerSecond { get; private set; }

    /// <summary>What it sends and receives, in bits a second.</summary>
    public long NetworkBitsPerSecond { get; private set; }

    /// <summary>Whether anybody said what it does beside its ledger.</summary>
    public bool HasLoad => ProcessorPercent > 0 || DiskOperationsPerSecond > 0 || NetworkBitsPerSecond > 0;

    /// <summary>What the transfers of its ledger are drawn from.</summary>
    public long WorkSeed { get; private set; }

    /// <summary>How many transfers a second its ledger takes down; 0 for a server without one.</summary>
    public int WorkRate { get; private set; }

    /// <summary>How many transfers its ledger had when it last began or stopped working.</summary>
    public long WorkCount { get; private set; }

    /// <summary>Since when it works; null while its operating system does not run.</summary>
    public TimeSpan? WorksSince { get; private set; }

    /// <summary>When its own operating system last stood still; null where it never has.</summary>
    public TimeSpan? RanAt { get; private set; }

    /// <summary>Whether it runs Windows PE in place of its own operating system, or will with its next boot.</summary>
    public bool IsInPreinstallation { get; private set; }

    /// <summary>How many transfers its ledger has at a moment: each is written through.</summary>
    public long WorkAt(TimeSpan now) => WorksSince is { } since
        ? WorkCount + (long)((Int128)(now - since).Ticks * WorkRate / TimeSpan.TicksPerSecond)
        : WorkCount;

    /// <summary>Its operating system runs: it works from now on.</summary>
    internal void BeginWork(TimeSpan now) => (WorkCount, WorksSince) = (WorkAt(now), now);

    /// <summary>Its operating system stands still.</summary>
    internal void EndWork(TimeSpan now) =>
        (RanAt, WorkCount, WorksSince) = (WorksSince is null ? RanAt : now, WorkAt(now), null);

    /// <summary>Has another load from now on.</summary>
    internal void Load(
        TimeSpan now, int workRate, int processorPercent, int diskOperationsPerSecond, long networkBitsPerSecond)
    {
        WorkCount = WorkAt(now);
        WorksSince = WorksSince is null ? null : now;
        WorkRate = workRate;
        ProcessorPercent = processorPercent;
        DiskOperationsPerSecond = diskOperationsPerSecond;
        NetworkBitsPerSecond = networkBitsPerSecond;
    }

    /// <summary>Boots Windows PE from now on, or its own operating system again.</summary>
    internal void BootPreinstallation(bool boots) => IsInPreinstallation = boots;
}
