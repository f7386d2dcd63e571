namespace HyperVLab.Engine.Hosts;

/// <summary>
/// The devices that servers of the lab can have. Identifiers and names are those of the PCI ID database, services those
/// of Windows' drivers. Which of them the Vista kernel's own drivers know is (ours): those of Compaq, Mylex and 3Com
/// ended before.
/// </summary>
public static class ServerDevices
{
    /// <summary>What a server has for which nothing else was said: an IDE controller and a network card.</summary>
    public static IReadOnlyList<string> Usual { get; } = [@"PCI\VEN_8086&DEV_24CB", @"PCI\VEN_8086&DEV_100E"];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ServerDevice> All { get; } =
    [
        new(@"PCI\VEN_8086&DEV_24CB", "Intel 82801DB IDE Controller", ServerDeviceClass.HDC, "intelide", true),
        new(@"PCI\VEN_1000&DEV_0030", "LSI Logic 53C1030 Ultra320 SCSI", ServerDeviceClass.SCSIAdapter, "symmpi", true),
        new(@"PCI\VEN_1000&DEV_0060", "LSI MegaRAID SAS 1078", ServerDeviceClass.SCSIAdapter, "megasas", true),
        new(@"PCI\VEN_9005&DEV_0285", "Adaptec RAID", ServerDeviceClass.SCSIAdapter, "arcsas", true),
        new(@"PCI\VEN_0E11&DEV_AE10", "Compaq Smart-2/P RAID", ServerDeviceClass.SCSIAdapter, "cpqarry2", false),
        new(@"PCI\VEN_1069&DEV_0050", "Mylex DAC960PT RAID", ServerDeviceClass.SCSIAdapter, "dac960nt", false),
        new(@"PCI\VEN_8086&DEV_100E", "Intel PRO/1000 MT", ServerDeviceClass.Net, "E1000", true),
        new(@"PCI\VEN_8086&DEV_1229", "Intel PRO/100", ServerDeviceClass.Net, "E100B", true),
        new(@"PCI\VEN_14E4&DEV_1645", "Broadcom NetXtreme BCM5701", ServerDeviceClass.Net, "b57w2k", true),
        new(@"PCI\VEN_10B7&DEV_9055", "3Com 3C905B-TX", ServerDeviceClass.Net, "el90xbc5", false),
        new(@"PCI\VEN_0E11&DEV_B203", "HP Integrated Lights-Out", ServerDeviceClass.System, "CpqCiDrv", false),
    ];

    /// <summary>The device of an identifier or name, ignoring case; null where there is none.</summary>
    public static ServerDevice? Find(string idOrName) => All.FirstOrDefault(device =>
        string.Equals(device.Id, idOrName, StringComparison.OrdinalIgnoreCase)
        || string.Equals(device.Name, idOrName, StringComparison.OrdinalIgnoreCase));
}
