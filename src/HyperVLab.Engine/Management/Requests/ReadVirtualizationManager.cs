using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Reads a VirtualCenter server and its hosts anew.</summary>
public sealed record ReadVirtualizationManager : LabRequest
{
    /// <summary>The VirtualCenter server.</summary>
    [Target("VirtualizationManager")]
    public required Key<VirtualizationManager> Manager { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller) =>
        VmmAccess.Demand(lab, caller, VirtualizationManagers.Require(lab, Manager).Server);

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        job.Give(Manager);
        VmmOperations.Begin(
            lab,
            VmmOperationKind.RefreshVirtualizationManager,
            lab.VirtualizationManagers[Manager].Server,
            job,
            [],
            Manager.Number);
    }
}
