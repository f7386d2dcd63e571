namespace HyperVLab.Engine.Hosts;

/// <summary>The figures of the area, with where each comes from.</summary>
internal static class HostSettings
{
    /// <summary>
    /// How long setup takes from bare metal to the first logon (ours: an attended core installation from DVD).
    /// </summary>
    public static readonly TimeSpan InstallDuration = TimeSpan.FromMinutes(20);

    /// <summary>
    /// How long a server takes from power-on until its services run (ours: firmware of a blade, then Windows).
    /// </summary>
    public static readonly TimeSpan BootDuration = TimeSpan.FromSeconds(120);

    /// <summary>How long a clean shutdown takes once nothing delays it (ours).</summary>
    public static readonly TimeSpan ShutdownDuration = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long a bugcheck takes to write its kernel dump before the computer boots again (ours: some GB to local
    /// disks). That it boots again by itself is Windows' default (CrashControl, AutoReboot 1).
    /// </summary>
    public static readonly TimeSpan BugcheckDuration = TimeSpan.FromSeconds(30);

    /// <summary>How long a driver package's setup runs (ours).</summary>
    public static readonly TimeSpan PackageDuration = TimeSpan.FromSeconds(40);

    /// <summary>
    /// Memory that the parent partition keeps for itself, in bytes (ours: within the 1 to 2 GB of common advice).
    /// </summary>
    public const long ParentPartitionReserveBytes = 1L << 30;

    /// <summary>Hyper-V's default for configurations (FACTS: "Default VM path").</summary>
    public const string VirtualMachinePath = @"C:\ProgramData\Microsoft\Windows\Hyper-V";

    /// <summary>Hyper-V's default for virtual hard disks (Get-VMHost of the real module).</summary>
    public const string VirtualHardDiskPath = @"C:\Users\Public\Documents\Hyper-V\Virtual Hard Disks";

    /// <summary>Bays of a BladeCenter S for blades (IBM BladeCenter S type 8886).</summary>
    public const int BladeCenterSBayCount = 6;

    /// <summary>The most bays of a chassis (ours: beyond every blade chassis of the time).</summary>
    public const int MaxBayCount = 64;

    /// <summary>The fabrics that lead from each bay to the chassis' storage (the tutorial: "dual path").</summary>
    public const int FabricCount = 2;

    /// <summary>The longest computer name, NetBIOS's.</summary>
    public const int MaxComputerNameLength = 15;

    /// <summary>
    /// The first relative identifier that a domain gives to what is made in it (Windows: 1,000 and up).
    /// </summary>
    public const int FirstRelativeIdentifier = 1103;

    /// <summary>The longest name of an account (SAM account names: 20 characters).</summary>
    public const int MaxAccountName = 20;
}
