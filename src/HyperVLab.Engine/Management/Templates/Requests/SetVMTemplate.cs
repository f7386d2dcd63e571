using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Changes a template. Machines that were made of it stay as they are.</summary>
public sealed record SetVMTemplate : MachineWish
{
    /// <summary>The template.</summary>
    public required Key<VMTemplate> VMTemplate { get; init; }

    /// <summary>Its new name; null to leave it.</summary>
    public string? Name { get; init; }

    /// <summary>What it is for; null to leave it.</summary>
    public string? Description { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VMTemplate template = lab.VMTemplates[VMTemplate];
        VmmAccess.Demand(lab, caller, template.Server);
        Templates.DemandIdle(lab, template);
        Templates.DemandName(
            Name ?? template.Name,
            lab.VMTemplates,
            other => other.Server == template.Server && other != template,
            "template");
        Libraries.DemandText(Description);
        HardwareWishes.Demand(this);
        DemandGuest(lab);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VMTemplate template = lab.VMTemplates[VMTemplate];
        template.Change(
            Name ?? template.Name,
            Description ?? template.Description,
            HardwareWishes.Apply(this, template.Hardware),
            template.Guest is null && !IsSaid ? null : Apply(template.Guest ?? new GuestSettings()),
            lab.Now);
        job.Give(VMTemplate);
    }
}
