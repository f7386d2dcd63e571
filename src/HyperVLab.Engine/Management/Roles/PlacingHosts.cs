using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Roles;

/// <summary>The hosts among which placement chooses for a caller who named none.</summary>
internal static class PlacingHosts
{
    /// <summary>The hosts that he could have named.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="rights">His rights.</param>
    /// <param name="right">What the request needs.</param>
    /// <param name="path">The folder that he named on the host; null for none.</param>
    /// <exception cref="LabException">There are none, or his quota is taken on all of them.</exception>
    public static HashSet<Key<PhysicalComputer>> Of(
        LabState lab, LabCaller caller, CallerRights rights, RequestRight right, string? path)
    {
        Key<PhysicalComputer>[] possible =
        [
            .. lab.ManagedComputers.Where(static managed => managed.IsHost).Select(static managed => managed.Computer)
                .Where(host => rights.Manages(host) || (right.MakesMachine && rights.MakesMachinesOn(host)))
                .Where(host => Reaches(lab, rights, host, path ?? UsualPath(lab, right, host))),
        ];
        if (possible.Length == 0)
        {
            throw LabErrors.AccessDenied.For(null);
        }

        HashSet<Key<PhysicalComputer>> left =
            [.. possible.Where(host => !right.MakesMachine || VMOwners.HasQuota(lab, caller, host))];
        if (left.Count == 0)
        {
            VMOwners.DemandQuota(lab, caller, possible[0]);
        }

        return left;
    }

    // Where the host puts machines is given to whoever makes his own there.
    private static string? UsualPath(LabState lab, RequestRight right, Key<PhysicalComputer> host) =>
        right.MakesMachine ? null : lab.Computers[host].VirtualMachinePath;

    private static bool Reaches(LabState lab, CallerRights rights, Key<PhysicalComputer> host, string? path) =>
        path is null || HostPaths.Reaches(lab, host, path, volume => rights.Manages(volume));
}
