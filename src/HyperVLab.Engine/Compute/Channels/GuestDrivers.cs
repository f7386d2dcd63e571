namespace HyperVLab.Engine.Compute.Channels;

/// <summary>What a guest's drivers are called.</summary>
/// <param name="Network">The client of synthetic network adapters.</param>
/// <param name="Storage">The client of synthetic SCSI controllers.</param>
/// <param name="Ide">The client that passes the emulated IDE controller by.</param>
/// <param name="Services">What the guest's side of integration services is called, each with a suffix.</param>
/// <param name="LegacyNetwork">The driver of the emulated network adapter, a DEC 21140.</param>
/// <param name="LegacyIde">The driver of the emulated IDE controller.</param>
internal sealed record GuestDrivers(
    string Network, string Storage, string Ide, string Services, string LegacyNetwork, string LegacyIde)
{
    /// <summary>Windows 2000, XP and Server 2003.</summary>
    public static readonly GuestDrivers WindowsOld = new(
        "netvsc50.sys", "storvsc.sys", "vmstorfl.sys", "vmic", "dc21x4.sys", "atapi.sys");

    /// <summary>Windows Vista to 7, Server 2008 and 2008 R2.</summary>
    public static readonly GuestDrivers Windows6 = WindowsOld with
    {
        Network = "netvsc60.sys",
        LegacyNetwork = "dc21x4vm.sys",
    };

    /// <summary>Windows 8 and 8.1, Server 2012 and 2012 R2.</summary>
    public static readonly GuestDrivers Windows8 = Windows6 with { Network = "netvsc63.sys" };

    /// <summary>Windows 10 and Server 2016, and later.</summary>
    public static readonly GuestDrivers Windows10 = Windows6 with { Network = "netvsc.sys" };

    /// <summary>Linux, and whatever else is not Windows.</summary>
    public static readonly GuestDrivers Linux = new(
        "hv_netvsc", "hv_storvsc", "hv_storvsc", "hv_utils", "tulip", "ata_piix");

    /// <summary>The machine's firmware, before an operating system runs.</summary>
    public static readonly GuestDrivers Firmware = new(
        string.Empty, string.Empty, string.Empty, string.Empty, "BIOS", "BIOS");
}
