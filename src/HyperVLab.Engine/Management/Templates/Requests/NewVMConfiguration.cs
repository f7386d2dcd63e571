using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Begins to say how one virtual machine is made of a template, and where.</summary>
public sealed record NewVMConfiguration : LabRequest
{
    /// <summary>The template.</summary>
    public required Key<VMTemplate> VMTemplate { get; init; }

    /// <summary>The machine's name; null for the template's.</summary>
    public string? Name { get; init; }

    /// <summary>What is written about the machine; null for nothing.</summary>
    public string? Description { get; init; }

    /// <summary>The group in which a host is looked for; null for all.</summary>
    public Key<HostGroup>? VMHostGroup { get; init; }

    /// <summary>From which others the machine is kept apart; null for none.</summary>
    public IReadOnlyList<string>? AvailabilitySetNames { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VMTemplate template = lab.VMTemplates[VMTemplate];
        VmmServer server = VmmAccess.Demand(lab, caller, template.Server);
        VMConfigurations.DemandName(lab, Name ?? template.Name, server.Key, null);
        VMConfigurations.DemandTexts(Description, null, AvailabilitySetNames);
        if (VMHostGroup is { } group)
        {
            HostGroups.DemandOf(lab, group, server);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VMTemplate template = lab.VMTemplates[VMTemplate];
        VMConfiguration made = lab.VMConfigurations.Add(
            key => new VMConfiguration(key, template.Server, Name ?? template.Name, VMTemplate, lab.Now));
        made.Describe(made.Name, Description ?? string.Empty, null, AvailabilitySetNames ?? [], lab.Now);
        made.Aim(VMHostGroup, isHostPinned: false, isLocationPinned: false);
        job.Give(made.Key);
    }
}
