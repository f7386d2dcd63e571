using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts;

/// <summary>The firewall's rule groups that the lab knows.</summary>
internal static class FirewallGroups
{
    /// <summary>Remote disk management needs it at both ends.</summary>
    public const string RemoteVolumeManagement = "Remote Volume Management";

    /// <summary>Remote desktop.</summary>
    public const string RemoteDesktop = "Remote Desktop";

    /// <summary>WinRM.</summary>
    public const string WindowsRemoteManagement = "Windows Remote Management";

    /// <summary>Remote administration by RPC and WMI.</summary>
    public const string RemoteAdministration = "Remote Administration";

    /// <summary>What the failover clustering feature opens.</summary>
    public const string FailoverClusters = "Failover Clusters";

    /// <summary>The groups of every computer, in the order in which they are listed.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [FailoverClusters, RemoteAdministration, RemoteDesktop, RemoteVolumeManagement, WindowsRemoteManagement];

    /// <summary>A computer's group; null where it has no operating system or no such group.</summary>
    public static FirewallGroup? Find(LabState lab, Key<PhysicalComputer> computer, string displayGroup)
    {
        foreach (FirewallGroup group in lab.FirewallGroups)
        {
            if (group.Computer == computer
                && string.Equals(group.DisplayGroup, displayGroup, StringComparison.OrdinalIgnoreCase))
            {
                return group;
            }
        }

        return null;
    }

    /// <summary>Refuses a group that a computer does not have.</summary>
    /// <exception cref="HyperVLab.Engine.Requests.LabException">It has none of that name.</exception>
    public static void Demand(LabState lab, PhysicalComputer computer, string displayGroup)
    {
        if (Find(lab, computer.Key, displayGroup) is null)
        {
            throw FeatureErrors.NoSuchFirewallGroup.For(
                displayGroup, displayGroup, computer.Name, string.Join(", ", Names));
        }
    }

    /// <summary>Whether a group's rules let traffic in.</summary>
    public static bool IsEnabled(LabState lab, Key<PhysicalComputer> computer, string displayGroup) =>
        Find(lab, computer, displayGroup) is { Enabled: true };

    /// <summary>Switches a group; one that the computer does not have is left alone.</summary>
    public static void Enable(LabState lab, Key<PhysicalComputer> computer, string displayGroup, bool enabled) =>
        Find(lab, computer, displayGroup)?.Enable(enabled);
}
