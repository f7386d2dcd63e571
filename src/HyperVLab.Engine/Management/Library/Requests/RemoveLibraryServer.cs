using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Forgets a library server with its shares; the files stay.</summary>
public sealed record RemoveLibraryServer : LabRequest
{
    /// <summary>The library server.</summary>
    public required Key<LibraryServer> LibraryServer { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        LibraryServer server = lab.LibraryServers[LibraryServer];
        VmmAccess.Demand(lab, caller, server.Server);
        VmmAccess.DemandIdle(lab, server.Computer);
        if (StoredMachines.Holds(lab, server.Computer) is { } kept)
        {
            throw kept.Error.For(kept.Target, kept.Arguments);
        }

        if (LibraryDependents.FirstOf(lab, server) is { } held)
        {
            string name = lab.NameOf(server.Computer);
            throw LibraryErrors.ServerInUse.For(name, name, held.Resource.Name, held.Dependent);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        LibraryServer server = lab.LibraryServers[LibraryServer];
        VmmOperations.Begin(
            lab, VmmOperationKind.RemoveLibraryServer, server.Server, job, [server.Computer]);
    }
}
