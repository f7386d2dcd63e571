namespace HyperVLab.Engine.Hosts;

/// <summary>
/// The platforms for virtual machines, and what each lacks: one table, which docs/platforms.md shows. Requests ask
/// <see cref="PlatformRules"/>, so that every refusal names the platform and what it has not.
/// </summary>
internal static class Platforms
{
    private const long Megabyte = 1L << 20;
    private const long Gigabyte = 1L << 30;

    /// <summary>The package by which a Windows becomes a host of Virtual Server.</summary>
    public const string VirtualServerPackage = "VirtualServer2005R2";

    /// <summary>Hyper-V: what it takes and can is its edition's.</summary>
    public static Platform HyperV { get; } = new()
    {
        Id = VirtualizationPlatform.HyperV,
        Name = "Hyper-V",
        ConfigurationExtension = "xml",
        SavedStateExtension = "bin",
    };

    /// <summary>
    /// Virtual Server 2005 R2 SP1. 64 machines of one processor and at most 3.6 GB, files .vmc and .vsv in a folder of
    /// the machine's name: Microsoft, "Virtual machines in Virtual Server" (cc708270). Hosts of up to 64 GB, guests of
    /// 32 bits, no guest SMP, SCSI that is emulated and boots: "Moving from Virtual Server 2005 R2 to Hyper-V"
    /// (Microsoft Press, 2009). Checkpoints of disks alone, with the machine off: "About Checkpoints" (cc956044). 127
    /// GB is what IDE of 28 bits addresses. That it has no VLANs and no disks of the host, the version of its
    /// additions, and the folder "Shared Virtual Machines" are from memory.
    /// </summary>
    public static Platform VirtualServer { get; } = new()
    {
        Id = VirtualizationPlatform.VirtualServer,
        Name = "Microsoft Virtual Server 2005 R2",
        Limits = new(64 * Gigabyte, 32, 64, 64, null, 1, 3686 * Megabyte),
        GuestServices = "Virtual Machine Additions 13.813",
        MaxIdeDiskBytes = 127 * Gigabyte,
        BootsFromScsi = true,
        DiskExtensions = [".vhd"],
        DefaultPath = @"C:\Users\Public\Documents\Shared Virtual Machines",
        HasFolderForEach = true,
        ConfigurationExtension = "vmc",
        SavedStateExtension = "vsv",
        MovesTo = [VirtualizationPlatform.HyperV],
        Lacks =
        [
            new(
                PlatformFeature.LiveMigration,
                "live migration",
                "Stop the machine and move it with its files: Move-LabVM -VMHost."),
            new(
                PlatformFeature.HighAvailability,
                "highly available machines that Virtual Machine Manager knows",
                "Move the machine to a Hyper-V host first."),
            new(
                PlatformFeature.CheckpointWithMemory,
                "checkpoints with a machine's memory",
                "Shut the machine down first."),
            new(
                PlatformFeature.CheckpointOfHardware,
                "checkpoints of a machine's hardware",
                "A restored machine keeps the processors, memory and network adapters that it has."),
            new(
                PlatformFeature.PassThroughDisk,
                "disks of the host that a machine has whole",
                "Give the machine a virtual hard disk."),
            new(
                PlatformFeature.IntegrationService,
                "integration services and VMBus",
                "Its guests have Virtual Machine Additions: Install-LabVMIntegrationService puts them there."),
            new(
                PlatformFeature.Guest64Bit,
                "guests of 64 bits",
                "Take an operating system of 32 bits, or a Hyper-V host."),
            new(
                PlatformFeature.Vlan,
                "VLANs",
                "Give the host a network adapter in that VLAN, and a virtual network on it."),
        ],
    };

    /// <summary>
    /// VMware ESX, managed by a VirtualCenter. Its disks are VMDKs, of which the lab makes thin ones in one file; it
    /// suspends to disk (.vmss), and boots from the LSI controller that it emulates (VMware, "Virtual Machine Files").
    /// VMM shows its snapshots as checkpoints and its raw device mappings as pass-through disks: the lab has neither.
    /// The version of its tools is from memory.
    /// </summary>
    public static Platform VMWareESX { get; } = new()
    {
        Id = VirtualizationPlatform.VMWareESX,
        Name = "VMware ESX",
        GuestServices = "VMware Tools 3.5",
        BootsFromScsi = true,
        DefaultPath = "[storage1]",
        HasFolderForEach = true,
        IsManagedByCenter = true,
        SuspendsToDisk = true,
        DiskExtensions = [".vmdk"],
        ConfigurationExtension = "vmx",
        SavedStateExtension = "vmss",
        Lacks =
        [
            new(
                PlatformFeature.HighAvailability,
                "highly available machines of Windows' clusters",
                "Virtual Machine Manager moves its machines: Move-LabVM -VMHost."),
            new(
                PlatformFeature.Checkpoint,
                "checkpoints here (the lab models none of its snapshots)",
                "Copy the machine's files, or convert it: New-LabV2V -VM."),
            new(
                PlatformFeature.SavedState,
                "saved state",
                "It suspends machines instead: Suspend-LabVM."),
            new(
                PlatformFeature.PassThroughDisk,
                "disks of the host that a machine has whole (the lab models no raw device mappings)",
                "Give the machine a virtual hard disk."),
            new(
                PlatformFeature.IntegrationService,
                "integration services and VMBus",
                "Its guests have VMware Tools: Install-LabVMIntegrationService puts them there."),
        ],
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Platform> All { get; } = [HyperV, VirtualServer, VMWareESX];

    /// <summary>The platform of a number.</summary>
    public static Platform Of(VirtualizationPlatform platform) => All.First(one => one.Id == platform);

    /// <summary>The platform that works on a computer; null where none does.</summary>
    public static Platform? Find(PhysicalComputer computer) =>
        computer.Edition?.Platform is { } own ? Of(own)
        : computer.HasFeature(FeatureCatalogue.HyperV) ? HyperV
        : computer.HasFeature(VirtualServerPackage) ? VirtualServer
        : null;

    /// <summary>The platform of a host; Hyper-V where none works, as its machines were made on.</summary>
    public static Platform Of(PhysicalComputer computer) => Find(computer) ?? HyperV;

    /// <summary>What a host with an operating system takes at most.</summary>
    public static HypervisorLimits LimitsOf(PhysicalComputer computer) =>
        Of(computer).Limits ?? computer.Edition!.Limits;

    /// <summary>What messages call that which limits a host: its edition, or the platform on it.</summary>
    public static string LimiterOf(PhysicalComputer computer) =>
        Of(computer) is { Limits: not null } platform ? platform.Name : computer.Edition?.Name ?? "its edition";
}
