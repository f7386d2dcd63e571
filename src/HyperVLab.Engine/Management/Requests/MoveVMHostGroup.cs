using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Puts a group of hosts, with all in it, into another group.</summary>
public sealed record MoveVMHostGroup : LabRequest
{
    /// <summary>The group.</summary>
    public required Key<HostGroup> VMHostGroup { get; init; }

    /// <summary>The group that it goes to.</summary>
    public required Key<HostGroup> ParentHostGroup { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        HostGroup group = lab.HostGroups[VMHostGroup];
        VmmServer server = VmmAccess.Demand(lab, caller, group.Server);
        HostGroup parent = HostGroups.DemandOf(lab, ParentHostGroup, server);
        HostGroups.DemandNotRoot(group);
        if (HostGroups.IsWithin(lab, parent, group.Key))
        {
            throw ManagementErrors.GroupInItself.For(group.Name, group.Name, HostGroups.PathOf(lab, parent));
        }

        HostGroups.DemandName(lab, group.Name, parent.Key, group);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        lab.HostGroups[VMHostGroup].MoveTo(ParentHostGroup);
        job.Give(VMHostGroup);
    }
}
