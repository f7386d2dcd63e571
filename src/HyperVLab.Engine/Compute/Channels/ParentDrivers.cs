using HyperVLab.Engine.Hosts;

namespace HyperVLab.Engine.Compute.Channels;

/// <summary>What the parts of Hyper-V and of Windows are called that a request meets outside the guest.</summary>
internal static class ParentDrivers
{
    /// <summary>The provider of network adapters, which is the virtual switch itself.</summary>
    public const string SwitchProvider = "vmswitch.sys";

    /// <summary>The provider of storage controllers.</summary>
    public const string StorageProvider = "storvsp.sys";

    /// <summary>A machine's worker process, which imitates emulated devices and serves integration services.</summary>
    public const string WorkerProcess = "vmwp.exe";

    /// <summary>The bus between the partitions.</summary>
    public const string Bus = "vmbus.sys";

    /// <summary>Reads virtual hard disks; Windows Server 2008 had vhdparser.sys.</summary>
    public static string VhdParserOf(PhysicalComputer computer) =>
        computer.Edition is { Version: WindowsVersion.W2008 } ? "vhdparser.sys" : "vhdmp.sys";

    /// <summary>The cluster shared volume's filter, which 2012 made a file system of its own.</summary>
    public static string SharedVolumeFilterOf(PhysicalComputer computer) =>
        computer.Edition is { Version: >= WindowsVersion.W2012 } ? "csvfs.sys" : "csvfilter.sys";

    /// <summary>How the virtual switch appears among a card's protocols.</summary>
    public static string SwitchProtocolOf(PhysicalComputer computer) =>
        computer.Edition is { Version: >= WindowsVersion.W2012 }
            ? "Hyper-V Extensible Virtual Switch"
            : "Microsoft Virtual Network Switch Protocol";

    /// <summary>The hypervisor, of which there is one for each vendor's processors.</summary>
    public static string HypervisorOf(PhysicalComputer computer) =>
        computer.Hardware.ProcessorVendor == "AuthenticAMD" ? "hvax64.exe" : "hvix64.exe";
}
