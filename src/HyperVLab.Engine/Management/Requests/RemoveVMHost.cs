using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Lets Virtual Machine Manager manage a host no more; its virtual machines stay on it.</summary>
public sealed record RemoveVMHost : LabRequest
{
    /// <summary>The host.</summary>
    [Target("VMHost")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>Whether to forget it without asking its agent, which stays there.</summary>
    public bool Force { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VmmAccess.DemandFree(lab, caller, Computer);
        HostEnrolment.DemandNoNode(lab, Computer);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job) => HostEnrolment.End(
        lab, job, lab.VmmServers[Agents.Of(lab, Computer)!.Server], [Computer], Force);
}
