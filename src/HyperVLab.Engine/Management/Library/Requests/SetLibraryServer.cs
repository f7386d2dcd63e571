using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Changes what a library server is for, or which hosts it is near to.</summary>
public sealed record SetLibraryServer : LabRequest
{
    /// <summary>The library server.</summary>
    public required Key<LibraryServer> LibraryServer { get; init; }

    /// <summary>What it is for; null to leave it.</summary>
    public string? Description { get; init; }

    /// <summary>The group of hosts that it is near to; null to leave it.</summary>
    public Key<HostGroup>? VMHostGroup { get; init; }

    /// <summary>Whether it is near to none.</summary>
    public bool ClearVMHostGroup { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        LibraryServer server = lab.LibraryServers[LibraryServer];
        HostGroups.DemandOf(lab, VMHostGroup, VmmAccess.Demand(lab, caller, server.Server));
        Libraries.DemandText(Description);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        LibraryServer server = lab.LibraryServers[LibraryServer];
        Key<HostGroup>? group = ClearVMHostGroup ? null : VMHostGroup ?? server.HostGroup;
        server.Choose(Description ?? server.Description, group);
        job.Give(LibraryServer);
    }
}
