using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts;

/// <summary>Who may manage which computer over the network, and what the firewalls let through.</summary>
internal static class RemoteManagement
{
    /// <summary>
    /// Refuses remote disk management where the real one fails: the RPC server is unavailable unless a network leads
    /// there and the firewall group "Remote Volume Management" is on at both ends; access is denied unless both
    /// computers are in one domain and the caller is a local administrator of the target.
    /// </summary>
    /// <exception cref="LabException">It does not work from there.</exception>
    public static void DemandDiskManagement(LabState lab, LabCaller caller, Key<PhysicalComputer> target)
    {
        PhysicalComputer there = lab.RequireComputer(target);
        if (Platforms.Find(there) is { IsManagedByCenter: true })
        {
            throw PlatformErrors.NoWindows.For(there.Name, there.Name, there.Edition!.Name);
        }

        if (IsConsole(caller, target))
        {
            lab.RequireRunning(target);
            return;
        }

        PhysicalComputer here = lab.Computers[caller.Computer!.Value];
        if (there.AgentFaults > 0
            || !lab.CanReach(here.Key, target)
            || !FirewallGroups.IsEnabled(lab, target, FirewallGroups.RemoteVolumeManagement)
            || !FirewallGroups.IsEnabled(lab, here.Key, FirewallGroups.RemoteVolumeManagement))
        {
            throw DirectoryErrors.RpcServerUnavailable.For(there.Name);
        }

        DemandAdministrator(lab, caller, here, there);
    }

    /// <summary>Refuses to let a computer look for disks: remote disk management, or VirtualCenter's of ESX.</summary>
    /// <exception cref="LabException">It does not work from there.</exception>
    public static void DemandRescan(LabState lab, LabCaller caller, Key<PhysicalComputer> target)
    {
        if (Platforms.Find(lab.RequireComputer(target)) is { IsManagedByCenter: true })
        {
            VirtualCenters.Demand(lab, caller, target);
            return;
        }

        DemandDiskManagement(lab, caller, target);
    }

    /// <summary>
    /// Refuses other remote management (WMI, WinRM) where it is not enabled on the target, or access denied.
    /// </summary>
    /// <exception cref="LabException">It does not work from there.</exception>
    public static void DemandManagement(LabState lab, LabCaller caller, Key<PhysicalComputer> target)
    {
        PhysicalComputer there = lab.RequireRunning(target);
        if (Platforms.Find(there) is { IsManagedByCenter: true })
        {
            VirtualCenters.Demand(lab, caller, target);
            return;
        }

        if (IsConsole(caller, target))
        {
            return;
        }

        PhysicalComputer here = lab.Computers[caller.Computer!.Value];
        if (!lab.CanReach(here.Key, target))
        {
            throw DirectoryErrors.HostNotReached.For(there.Name, there.Name, here.Name);
        }

        if (there.AgentFaults > 0)
        {
            throw DirectoryErrors.AgentSilent.For(there.Name, there.Name);
        }

        if (!there.RemoteManagementEnabled)
        {
            throw DirectoryErrors.RemoteManagementOff.For(there.Name, there.Name);
        }

        DemandAdministrator(lab, caller, here, there);
    }

    // The lab itself, and whoever sits at the computer, need no network.
    private static bool IsConsole(LabCaller caller, Key<PhysicalComputer> target) =>
        caller.Computer is null || caller.Computer == target;

    private static void DemandAdministrator(
        LabState lab, LabCaller caller, PhysicalComputer here, PhysicalComputer there)
    {
        if (there.Domain is null || here.Domain != there.Domain
            || !LocalGroups.IsAdministrator(lab, caller.Account, there))
        {
            throw DirectoryErrors.RemoteAccessDenied.For(there.Name);
        }
    }
}
