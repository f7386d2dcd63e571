using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Reads a managed host anew, before its refresher does.</summary>
public sealed record ReadVMHost : LabRequest
{
    /// <summary>The host.</summary>
    [Target("VMHost")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller) => VmmAccess.DemandManaged(lab, caller, Computer);

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        ManagedComputer managed = Agents.Of(lab, Computer)!;
        job.Give(Computer);
        VmmOperations.Begin(lab, VmmOperationKind.RefreshHosts, managed.Server, job, [Computer]);
    }
}
