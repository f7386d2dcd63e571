using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Forgets how a virtual machine was to be made.</summary>
public sealed record RemoveVMConfiguration : LabRequest
{
    /// <summary>The configuration.</summary>
    public required Key<VMConfiguration> VMConfiguration { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller) =>
        VmmAccess.Demand(lab, caller, lab.VMConfigurations[VMConfiguration].Server);

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job) => lab.VMConfigurations.Remove(VMConfiguration);
}
