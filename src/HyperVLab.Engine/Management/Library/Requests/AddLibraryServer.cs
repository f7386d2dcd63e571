using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Makes a computer a library server: the agent is put there where it is not yet.</summary>
public sealed record AddLibraryServer : LabRequest
{
    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>What it is for; null for nothing.</summary>
    public string? Description { get; init; }

    /// <summary>The group of hosts that it is near to; null for none.</summary>
    public Key<HostGroup>? VMHostGroup { get; init; }

    /// <summary>The server whose library it holds; null for the group's, or the only one.</summary>
    public Key<VmmServer>? VMMServer { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VmmServer server = VmmAccess.Demand(lab, caller, VmmAccess.Choose(lab, VMMServer, VMHostGroup));
        HostGroups.DemandOf(lab, VMHostGroup, server);
        Libraries.DemandText(Description);
        PhysicalComputer computer = lab.RequireComputer(Computer);
        if (Libraries.Of(lab, Computer) is { } known)
        {
            throw LibraryErrors.ServerExists.For(
                computer.Name, computer.Name, lab.VmmServers[known.Server].Name);
        }

        if (Agents.Of(lab, Computer) is { } managed && managed.Server != server.Key)
        {
            throw ManagementErrors.HostManaged.For(
                computer.Name, computer.Name, lab.VmmServers[managed.Server].Name);
        }

        HostEnrolment.DemandMember(lab, caller, server, computer);
        if (computer.Edition is not { IsClient: false, IsHyperVServer: false })
        {
            throw LibraryErrors.ServerSystem.For(
                computer.Name, computer.Name, computer.Edition?.Name ?? "its operating system");
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VmmServer server = VmmAccess.Meant(lab, VmmAccess.Choose(lab, VMMServer, VMHostGroup));
        if (Agents.Of(lab, Computer) is null)
        {
            lab.ManagedComputers.Add(key => new ManagedComputer(key, server.Key, Computer));
        }

        LibraryServer library = lab.LibraryServers.Add(key => new LibraryServer(key, server.Key, Computer));
        library.Choose(Description ?? string.Empty, VMHostGroup);
        job.Give(library.Key);
        VmmOperations.Begin(lab, VmmOperationKind.AddLibraryServer, server.Key, job, [Computer]);
    }
}
