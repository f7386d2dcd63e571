namespace HyperVLab.Engine.Compute;

/// <summary>The figures of virtual machines, each with where it comes from.</summary>
internal static class ComputeSettings
{
    private const long Mebibyte = 1L << 20;

    /// <summary>How long a generalized system sets itself up at its first start (ours).</summary>
    public static readonly TimeSpan GuestSetup = TimeSpan.FromMinutes(4);

    /// <summary>
    /// How old the password of a computer's account becomes (Windows, "Domain member: Maximum machine account password
    /// age": 30 days). The lab changes it when a guest boots that has an older one.
    /// </summary>
    public static readonly TimeSpan MachinePasswordAge = TimeSpan.FromDays(30);

    /// <summary>The memory of a machine for which none was given: New-VM's default on 2008 R2 and 2012.</summary>
    public const long DefaultMemoryBytes = 512 * Mebibyte;

    /// <summary>The least memory that a machine takes: Set-VMMemory's limit.</summary>
    public const long MinimumMemoryBytes = 8 * Mebibyte;

    /// <summary>Memory is given in pages of this size: Hyper-V refuses an odd number of megabytes.</summary>
    public const long MemoryGranularityBytes = 2 * Mebibyte;

    /// <summary>Synthetic network adapters a machine: Requirements and Limits for Virtual Machines, 2008 R2.</summary>
    public const int MaximumSyntheticAdapters = 8;

    /// <summary>Legacy network adapters a machine (same source).</summary>
    public const int MaximumLegacyAdapters = 4;

    /// <summary>IDE controllers a machine, with two places each (same source).</summary>
    public const int IdeControllers = 2;

    /// <summary>Places on an IDE controller (same source).</summary>
    public const int IdeLocations = 2;

    /// <summary>SCSI controllers a machine (same source).</summary>
    public const int ScsiControllers = 4;

    /// <summary>Places on a SCSI controller (same source).</summary>
    public const int ScsiLocations = 64;

    /// <summary>Where a new machine of generation 1 has a DVD drive (New-VM, and Hyper-V Manager's wizard).</summary>
    internal static readonly ControllerPlace FirstDvdPlace = new(ControllerType.IDE, 1, 0);

    /// <summary>
    /// How many dynamic MAC addresses a host has: 00-15-5D, two octets of its address, then one octet.
    /// </summary>
    public const int DynamicMacAddresses = 256;

    /// <summary>What 1 Gbit/s carries: Microsoft's live migration network configuration guide.</summary>
    public const long UsableBytesPerGigabit = 115_000_000;

    /// <summary>What 10 Gbit/s carries: live migrations of 4 to 32 GB take up to 82 % less time than on 1 Gbit/s
    /// (IBM, 2011), so 115 MB/s over 0.18. Between the two the lab goes straight (ours).</summary>
    public const long UsableBytesPerTenGigabit = 638_000_000;

    /// <summary>Passes over memory before the machine is stopped whatever is left: the same guide.</summary>
    public const int MaximumPasses = 10;

    /// <summary>The rest that is small enough to stop the machine for (ours).</summary>
    public const long SmallRestBytes = 8 * Mebibyte;

    /// <summary>
    /// What a guest writes in a second without anybody saying otherwise (ours: a web server under light load).
    /// </summary>
    public const long DefaultDirtyBytesPerSecond = 20 * Mebibyte;

    /// <summary>The writable working set of such a guest (ours).</summary>
    public const long DefaultHotSetBytes = 192 * Mebibyte;

    /// <summary>The most that a workload may write in a second (ours: beyond any memory of the time).</summary>
    public const long MostDirtyBytesPerSecond = 1L << 40;

    /// <summary>
    /// How fast a machine's memory is written to and read from a saved state (ours: with it, saving and restoring 2 GB
    /// takes about 30 s, the downtime of a quick migration).
    /// </summary>
    public const long SavedStateBytesPerSecond = 150 * Mebibyte;

    /// <summary>What a saved state takes beside memory (ours).</summary>
    public const long DeviceStateBytes = 4 * Mebibyte;

    /// <summary>The size of a configuration file (ours, from files of 2008 R2 hosts).</summary>
    public const long ConfigurationFileBytes = 40 * 1024;

    /// <summary>
    /// How long a Windows guest waits for its disk before it gives it up, which ends in a bugcheck (Windows: the disk
    /// class driver's TimeOutValue, 60 s; that it ends so: KB 2505383).
    /// </summary>
    public static readonly TimeSpan GuestDiskTimeout = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long multipath I/O of a host holds back reads and writes without a path before they fail (Microsoft:
    /// PDORemovePeriod, 20 s).
    /// </summary>
    public static readonly TimeSpan HostDiskPatience = TimeSpan.FromSeconds(20);

    /// <summary>
    /// After how many minutes a machine that was paused for want of its disks is turned off (Set-VM: 30).
    /// </summary>
    public const int CriticalErrorTimeoutMinutes = 30;

    /// <summary>The most minutes that may be (ours: a year).</summary>
    public const int MostCriticalErrorTimeoutMinutes = 525_600;

    /// <summary>
    /// How much of a disk the record of an operating system changes at most (ours: its tables and the record).
    /// </summary>
    public const long GuestSystemBytes = 4 * Mebibyte;

    /// <summary>How long a machine takes from off to its first instruction (ours).</summary>
    public static readonly TimeSpan PowerOn = TimeSpan.FromMilliseconds(1500);

    /// <summary>How long it takes to cut a machine's power (ours).</summary>
    public static readonly TimeSpan PowerOff = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a reset takes (ours).</summary>
    public static readonly TimeSpan Reset = TimeSpan.FromMilliseconds(500);

    /// <summary>How long pausing and resuming take (ours).</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>What saving and restoring take beside reading and writing memory (ours).</summary>
    public static readonly TimeSpan SavedStateOverhead = TimeSpan.FromSeconds(1);

    /// <summary>How long a guest boots whose disk does not say (ours).</summary>
    public static readonly TimeSpan GuestBoot = TimeSpan.FromSeconds(45);

    /// <summary>How long a guest shuts down (ours).</summary>
    public static readonly TimeSpan GuestShutdown = TimeSpan.FromSeconds(15);

    /// <summary>Connecting, making the empty machine and reserving memory on the target (ours).</summary>
    public static readonly TimeSpan MigrationSetUp = TimeSpan.FromMilliseconds(1500);

    /// <summary>Taking a new look at what was written, between two passes (ours).</summary>
    public static readonly TimeSpan PassOverhead = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// The fixed cost of stopping a machine and sending its processors and devices (ours; Xen's downtimes begin at 60
    /// ms, Clark et al., NSDI 2005).
    /// </summary>
    public static readonly TimeSpan StopCost = TimeSpan.FromMilliseconds(60);

    /// <summary>The least that resuming takes, until the switches have learned the new port (ours).</summary>
    public static readonly TimeSpan LeastResume = TimeSpan.FromMilliseconds(140);

    /// <summary>The most that resuming takes (ours: with it, a ping once a second loses none, one or two).</summary>
    public static readonly TimeSpan MostResume = TimeSpan.FromMilliseconds(1400);

    /// <summary>How long a saved machine's configuration takes to change hosts (ours).</summary>
    public static readonly TimeSpan QuickMove = TimeSpan.FromSeconds(1);
}
