using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Changes the name or the purpose of a group of hosts.</summary>
public sealed record SetVMHostGroup : LabRequest
{
    /// <summary>The group.</summary>
    public required Key<HostGroup> VMHostGroup { get; init; }

    /// <summary>Its new name; null to leave it.</summary>
    public string? Name { get; init; }

    /// <summary>What it is for; null to leave it.</summary>
    public string? Description { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        HostGroup group = lab.HostGroups[VMHostGroup];
        VmmAccess.Demand(lab, caller, group.Server);
        if (Name is not null && group.Parent is { } parent)
        {
            HostGroups.DemandName(lab, Name, parent, group);
        }
        else if (Name is not null)
        {
            HostGroups.DemandNotRoot(group);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        HostGroup group = lab.HostGroups[VMHostGroup];
        group.Describe(Name ?? group.Name, Description ?? group.Description);
        job.Give(group.Key);
    }
}
