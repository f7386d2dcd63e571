using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Removes a group of hosts that holds nothing.</summary>
public sealed record RemoveVMHostGroup : LabRequest
{
    /// <summary>The group.</summary>
    public required Key<HostGroup> VMHostGroup { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        HostGroup group = lab.HostGroups[VMHostGroup];
        VmmAccess.Demand(lab, caller, group.Server);
        HostGroups.DemandNotRoot(group);
        string? held = lab.HostGroups.FirstOrDefault(other => other.Parent == group.Key)?.Name
            ?? (lab.ManagedComputers.FirstOrDefault(one => one.HostGroup == group.Key) is { } host
                ? lab.NameOf(host.Computer)
                : null)
            ?? (lab.LibraryServers.FirstOrDefault(one => one.HostGroup == group.Key) is { } library
                ? lab.NameOf(library.Computer)
                : null);
        if (held is not null)
        {
            throw ManagementErrors.GroupInUse.For(group.Name, group.Name, held);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VMConfigurations.Forget(lab, VMHostGroup);
        lab.HostGroups.Remove(VMHostGroup);
    }
}
