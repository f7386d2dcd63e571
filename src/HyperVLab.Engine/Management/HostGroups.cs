using System.Globalization;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>The tree of host groups of a server.</summary>
internal static class HostGroups
{
    /// <summary>The group that holds all others of a server.</summary>
    public static HostGroup RootOf(LabState lab, Key<VmmServer> server) =>
        lab.HostGroups.First(group => group.Server == server && group.Parent is null);

    /// <summary>Its place in the tree, such as <c>All Hosts\Rack 1</c>.</summary>
    public static string PathOf(LabState lab, HostGroup group) =>
        lab.HostGroups.Find(group.Parent) is { } parent ? $@"{PathOf(lab, parent)}\{group.Name}" : group.Name;

    /// <summary>Whether a group is another or stands somewhere within it.</summary>
    public static bool IsWithin(LabState lab, HostGroup group, Key<HostGroup> other) =>
        group.Key == other || (lab.HostGroups.Find(group.Parent) is { } parent && IsWithin(lab, parent, other));

    /// <summary>Refuses a name that cannot be one, or that a sibling has.</summary>
    /// <exception cref="LabException">It cannot be the group's name.</exception>
    public static void DemandName(LabState lab, string name, Key<HostGroup> parent, HostGroup? except)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > ManagementSettings.MaxGroupName
            || name.Any(static letter => letter == '\\' || char.IsControl(letter)))
        {
            throw ManagementErrors.GroupName.For(
                name, name, ManagementSettings.MaxGroupName.ToString(CultureInfo.InvariantCulture));
        }

        foreach (HostGroup group in lab.HostGroups)
        {
            if (group.Parent == parent && group != except
                && string.Equals(group.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                throw ManagementErrors.GroupExists.For(name, name, PathOf(lab, lab.HostGroups[parent]));
            }
        }
    }

    /// <summary>Refuses to change the group that holds all others.</summary>
    /// <exception cref="LabException">It is that group.</exception>
    public static void DemandNotRoot(HostGroup group)
    {
        if (group.Parent is null)
        {
            throw ManagementErrors.GroupIsRoot.For(group.Name, group.Name);
        }
    }

    /// <summary>The group that is meant for hosts of a server.</summary>
    /// <exception cref="LabException">It belongs to another server.</exception>
    public static HostGroup DemandOf(LabState lab, Key<HostGroup>? key, VmmServer server)
    {
        HostGroup group = key is { } given ? lab.HostGroups[given] : RootOf(lab, server.Key);
        return group.Server == server.Key
            ? group
            : throw ManagementErrors.OtherServer.For(group.Name, group.Name, server.Name);
    }
}
