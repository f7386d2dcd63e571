namespace HyperVLab.Engine.Management;

/// <summary>The figures of the area, with where each comes from.</summary>
internal static class ManagementSettings
{
    /// <summary>How long the setup of a Virtual Machine Manager server runs, its database included (ours).</summary>
    public static readonly TimeSpan ServerSetup = TimeSpan.FromMinutes(8);

    /// <summary>How long the agent's setup runs, and its removal (ours).</summary>
    public static readonly TimeSpan AgentSetup = TimeSpan.FromSeconds(60);

    /// <summary>How long reading a host takes (ours).</summary>
    public static readonly TimeSpan HostRefresh = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How often a host is read by itself (Virtual Machine Manager's host refresher: every 30 minutes).
    /// </summary>
    public static readonly TimeSpan HostRefreshInterval = TimeSpan.FromMinutes(30);

    /// <summary>The port on which a server takes connections (Get-VMMServer: 8100).</summary>
    public const int ServerPort = 8100;

    /// <summary>The port on which VirtualCenter answers (Add-SCVirtualizationManager: 443).</summary>
    public const int VirtualCenterPort = 443;

    /// <summary>The account of an ESX host that sends its files.</summary>
    public const string EsxUser = "root";

    /// <summary>The group that holds all others.</summary>
    public const string RootGroup = "All Hosts";

    /// <summary>The longest name of a group of hosts (ours).</summary>
    public const int MaxGroupName = 64;
}
