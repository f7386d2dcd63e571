using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Makes a group of hosts.</summary>
public sealed record NewVMHostGroup : LabRequest
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The group that it stands in; null for "All Hosts".</summary>
    public Key<HostGroup>? ParentHostGroup { get; init; }

    /// <summary>What it is for; null for nothing.</summary>
    public string? Description { get; init; }

    /// <summary>The server that keeps it; null for the only one.</summary>
    public Key<VmmServer>? VMMServer { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VmmServer server = VmmAccess.Demand(lab, caller, VmmAccess.Choose(lab, VMMServer, ParentHostGroup));
        HostGroups.DemandName(lab, Name, HostGroups.DemandOf(lab, ParentHostGroup, server).Key, except: null);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VmmServer server = VmmAccess.Meant(lab, VmmAccess.Choose(lab, VMMServer, ParentHostGroup));
        HostGroup parent = HostGroups.DemandOf(lab, ParentHostGroup, server);
        HostGroup group = lab.HostGroups.Add(key => new HostGroup(key, server.Key, Name, parent.Key));
        group.Describe(Name, Description ?? string.Empty);
        job.Give(group.Key);
    }
}
