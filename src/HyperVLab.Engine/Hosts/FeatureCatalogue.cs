namespace HyperVLab.Engine.Hosts;

/// <summary>The roles and features that the lab knows. The durations are ours.</summary>
public static class FeatureCatalogue
{
    /// <summary>The Hyper-V role.</summary>
    public const string HyperV = "Hyper-V";

    /// <summary>The failover clustering feature.</summary>
    public const string FailoverClustering = "Failover-Clustering";

    /// <summary>The multipath I/O feature.</summary>
    public const string MultipathIO = "Multipath-IO";

    /// <summary>All of them, roles first, as Get-WindowsFeature lists them.</summary>
    public static IReadOnlyList<FeatureDescription> All { get; } =
    [
        new("AD-Domain-Services", "Active Directory Domain Services", true, false, TimeSpan.FromSeconds(90)),
        new("DHCP", "DHCP Server", true, false, TimeSpan.FromSeconds(45)),
        new("DNS", "DNS Server", true, false, TimeSpan.FromSeconds(45)),
        new("File-Services", "File Services", true, false, TimeSpan.FromSeconds(30)),
        new(HyperV, "Hyper-V", true, true, TimeSpan.FromSeconds(60)),
        new("Web-Server", "Web Server (IIS)", true, false, TimeSpan.FromSeconds(90)),
        new(FailoverClustering, "Failover Clustering", false, false, TimeSpan.FromSeconds(60)),
        new(MultipathIO, "Multipath I/O", false, true, TimeSpan.FromSeconds(30)),
    ];

    /// <summary>The feature of a name, ignoring case; null where there is none.</summary>
    public static FeatureDescription? Find(string name)
    {
        foreach (FeatureDescription feature in All)
        {
            if (string.Equals(feature.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return feature;
            }
        }

        return null;
    }
}
