namespace HyperVLab.Engine.Hosts;

/// <summary>The vendors' packages that the lab knows.</summary>
public static class PackageCatalogue
{
    /// <summary>IBM's DSM for the storage of a BladeCenter S.</summary>
    public const string SubsystemDeviceDriver = "SDDDSM";

    /// <summary>VMware VirtualCenter 2.5.</summary>
    public const string VirtualCenter = "VirtualCenter25";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<PackageDescription> All { get; } =
    [
        new(SubsystemDeviceDriver, "Subsystem Device Driver DSM for RSSM", IsDeviceSpecificModule: true),
        new(
            Platforms.VirtualServerPackage,
            "Microsoft Virtual Server 2005 R2 SP1",
            IsDeviceSpecificModule: false,
            VirtualizationPlatform.VirtualServer)
        { WorksAtOnce = true },
        new(VirtualCenter, "VMware VirtualCenter 2.5", IsDeviceSpecificModule: false) { WorksAtOnce = true },
    ];

    /// <summary>The package of a name, ignoring case; null where there is none.</summary>
    public static PackageDescription? Find(string name)
    {
        foreach (PackageDescription package in All)
        {
            if (string.Equals(package.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return package;
            }
        }

        return null;
    }
}
