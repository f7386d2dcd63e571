namespace HyperVLab.Engine.Management;

/// <summary>The drivers that Windows PE takes for what it does not know: the driver packages of the library.</summary>
internal static class DriverCache
{
    /// <summary>Whether there is one for a device.</summary>
    public static bool Has(LabState lab, string deviceId)
    {
        foreach (LibraryResource resource in lab.LibraryResources)
        {
            if (resource is { Kind: LibraryResourceKind.DriverPackage, IsMissing: false, Enabled: true, File: not null }
                && resource.PlugAndPlayIds.Contains(deviceId, StringComparer.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
