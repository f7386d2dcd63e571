namespace HyperVLab.Disks.P2V;

/// <summary>
/// A driver without which Windows does not find its disk in a virtual machine. What services are made of is that of
/// Microsoft's KB 314082, "You receive a Stop 0x0000007B error after you move the Windows XP system disk to another
/// computer".
/// </summary>
/// <param name="Name">The service, and the name of its file without .sys.</param>
/// <param name="Group">The load order group of a service that has to be made; null where none is made.</param>
/// <param name="Tag">Its place in that group.</param>
internal sealed record BootDriver(string Name, string? Group = null, uint Tag = 0)
{
    private const string Buses = "System Bus Extender";

    /// <summary>
    /// Those of Hyper-V's machines: the emulated IDE controller, an Intel 82371AB, and the synthetic one on the VMBus,
    /// for which integration services or Windows since 2008 bring files and services.
    /// </summary>
    public static IReadOnlyList<BootDriver> All { get; } =
    [
        new("intelide", Buses, 4), new("pciide", Buses, 3), new("atapi", "SCSI miniport", 25),
        new("vmbus"), new("storvsc"), new("storflt"),
    ];

    /// <summary>
    /// What Windows before 8 and 2012 needs to know of a device to start from it, under Control\CriticalDeviceDatabase:
    /// the device, its class and its service. Also from KB 314082.
    /// </summary>
    public static IReadOnlyList<(string Device, string Class, string Service)> CriticalDevices { get; } =
    [
        ("primary_ide_channel", Controllers, "atapi"), ("secondary_ide_channel", Controllers, "atapi"),
        ("*pnp0600", Controllers, "atapi"), ("pci#cc_0101", Controllers, "pciide"),
        ("pci#ven_8086&dev_7111", Controllers, "intelide"), ("gendisk", Disks, "disk"),
    ];

    // The classes hdc and DiskDrive of devguid.h.
    private const string Controllers = "{4D36E96A-E325-11CE-BFC1-08002BE10318}";
    private const string Disks = "{4D36E967-E325-11CE-BFC1-08002BE10318}";
}
