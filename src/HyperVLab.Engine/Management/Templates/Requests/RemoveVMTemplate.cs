using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Removes a template. Its disk stays in the library, and machines that were made of it stay.</summary>
public sealed record RemoveVMTemplate : LabRequest
{
    /// <summary>The template.</summary>
    public required Key<VMTemplate> VMTemplate { get; init; }

    /// <summary>Whether the caller wants no question first.</summary>
    public bool Force { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VMTemplate template = lab.VMTemplates[VMTemplate];
        VmmAccess.Demand(lab, caller, template.Server);
        Templates.DemandIdle(lab, template);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        Deployments.Forget(lab, VMTemplate);
        TemplateMakings.Forget(lab, VMTemplate);
        VMConfigurations.Forget(lab, VMTemplate);
        lab.VMTemplates.Remove(VMTemplate);
    }
}
