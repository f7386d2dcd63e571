using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts;

/// <summary>
/// VirtualCenter servers: whoever wants something of a host of VMware ESX asks the one that has it in its inventory.
/// </summary>
internal static class VirtualCenters
{
    /// <summary>The row of a host; null where no VirtualCenter knows it.</summary>
    public static VirtualCenterHost? Of(LabState lab, Key<PhysicalComputer> host)
    {
        foreach (VirtualCenterHost row in lab.VirtualCenterHosts)
        {
            if (row.Computer == host)
            {
                return row;
            }
        }

        return null;
    }

    /// <summary>Whether VirtualCenter is on a computer.</summary>
    public static bool Is(PhysicalComputer computer) => computer.HasFeature(PackageCatalogue.VirtualCenter);

    /// <summary>Whether a VirtualCenter server answers whoever reaches it.</summary>
    public static bool IsServing(LabState lab, Key<PhysicalComputer> center) =>
        lab.Computers[center] is { IsRunning: true, AgentFaults: 0 } computer && Is(computer);

    /// <summary>Whether a host is known to a VirtualCenter that runs and reaches it.</summary>
    public static bool Reaches(LabState lab, Key<PhysicalComputer> host) =>
        Of(lab, host) is { } row && IsServing(lab, row.Center)
        && lab.Computers[host] is { IsRunning: true, AgentFaults: 0 } && lab.CanReach(row.Center, host);

    /// <summary>Whether two hosts stand in one datacenter of one VirtualCenter.</summary>
    public static bool AreTogether(LabState lab, Key<PhysicalComputer> one, Key<PhysicalComputer> other) =>
        Of(lab, one) is { } here && Of(lab, other) is { } there && here.Center == there.Center
        && string.Equals(here.Datacenter, there.Datacenter, StringComparison.OrdinalIgnoreCase);

    /// <summary>Refuses to manage a host whose VirtualCenter does not answer, or does not reach it.</summary>
    /// <exception cref="LabException">No VirtualCenter knows it, or the way there is broken.</exception>
    public static void Demand(LabState lab, LabCaller caller, Key<PhysicalComputer> host)
    {
        PhysicalComputer there = lab.RequireRunning(host);
        VirtualCenterHost row = Of(lab, host) ?? throw VirtualCenterErrors.Unknown.For(there.Name, there.Name);
        PhysicalComputer center = lab.Computers[row.Center];
        if (!IsServing(lab, row.Center)
            || (caller.Computer is { } here && !lab.CanReach(here, row.Center)))
        {
            throw VirtualCenterErrors.Silent.For(center.Name, center.Name, there.Name);
        }

        if (caller.Computer is not null && !LocalGroups.IsAdministrator(lab, caller.Account, center))
        {
            throw DirectoryErrors.RemoteAccessDenied.For(center.Name);
        }

        if (!Reaches(lab, host))
        {
            throw VirtualCenterErrors.Disconnected.For(there.Name, there.Name, center.Name);
        }
    }
}
