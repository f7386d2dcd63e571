using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>
/// Lets Virtual Machine Manager use a VirtualCenter server no more, nor manage its hosts; all of them go on.
/// </summary>
public sealed record RemoveVirtualizationManager : LabRequest
{
    /// <summary>The VirtualCenter server.</summary>
    [Target("VirtualizationManager")]
    public required Key<VirtualizationManager> Manager { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VirtualizationManager manager = VirtualizationManagers.Require(lab, Manager);
        VmmAccess.Demand(lab, caller, manager.Server);
        foreach (ManagedComputer host in VirtualizationManagers.HostsOf(lab, manager))
        {
            VmmAccess.DemandIdle(lab, host.Computer);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        foreach (ManagedComputer host in VirtualizationManagers.HostsOf(lab, lab.VirtualizationManagers[Manager]))
        {
            HostEnrolment.Release(lab, host);
        }

        lab.VirtualizationManagers.Remove(Manager);
    }
}
