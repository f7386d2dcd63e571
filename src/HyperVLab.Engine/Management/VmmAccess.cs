using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>The way from a caller to a server.</summary>
internal static class VmmAccess
{
    /// <summary>The server that a caller means, whose service answers him.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="key">The server; null for the only one.</param>
    /// <exception cref="LabException">There is none, several are possible, or it does not answer.</exception>
    public static VmmServer Demand(LabState lab, LabCaller caller, Key<VmmServer>? key)
    {
        VmmServer server = Meant(lab, key);
        return Answers(lab, caller, server)
            ? server
            : throw ManagementErrors.ServerSilent.For(
                server.Name, server.Name, caller.Computer is { } there ? lab.NameOf(there) : "the lab");
    }

    /// <summary>Whether a server's service answers a caller where he sits.</summary>
    public static bool Answers(LabState lab, LabCaller caller, VmmServer server) => Agents.IsServing(lab, server)
        && (caller.Computer is not { } here || lab.CanReach(here, server.Computer));

    /// <summary>The server under a key, or the only one.</summary>
    /// <exception cref="LabException">There is none, or several are possible.</exception>
    public static VmmServer Meant(LabState lab, Key<VmmServer>? key)
    {
        if (key is { } given)
        {
            return lab.VmmServers[given];
        }

        return lab.VmmServers.Count switch
        {
            0 => throw ManagementErrors.NoServer.For(null),
            1 => lab.VmmServers.Single(),
            _ => throw ManagementErrors.SeveralServers.For(
                null, string.Join(", ", lab.VmmServers.Select(static server => server.Name))),
        };
    }

    /// <summary>The server that is named, else the one that keeps a group; null where neither is named.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="server">The server; null where none is named.</param>
    /// <param name="group">The group; null where none is named.</param>
    public static Key<VmmServer>? Choose(LabState lab, Key<VmmServer>? server, Key<HostGroup>? group) =>
        server ?? lab.HostGroups.Find(group)?.Server;

    /// <summary>The management of a computer, whose server answers the caller.</summary>
    /// <exception cref="LabException">No server manages it, or it does not answer.</exception>
    public static ManagedComputer DemandManaged(LabState lab, LabCaller caller, Key<Hosts.PhysicalComputer> computer)
    {
        string name = lab.NameOf(computer);
        ManagedComputer managed = Agents.Of(lab, computer) is { IsHost: true } host
            ? host
            : throw ManagementErrors.NotManaged.For(name, name);
        Demand(lab, caller, managed.Server);
        return managed;
    }

    /// <summary>The server of the host that is named, else of the group, else the only one; it answers the
    /// caller.</summary>
    /// <exception cref="LabException">No server manages the host, several are possible, or it does not
    /// answer.</exception>
    public static VmmServer DemandFor(
        LabState lab, LabCaller caller, Key<Hosts.PhysicalComputer>? host, Key<HostGroup>? group) =>
        host is { } named
            ? lab.VmmServers[DemandManaged(lab, caller, named).Server]
            : Demand(lab, caller, Choose(lab, null, group));

    /// <summary>The same, with nothing going on there.</summary>
    /// <exception cref="LabException">No server manages it, it does not answer, or something is done there.</exception>
    public static ManagedComputer DemandFree(LabState lab, LabCaller caller, Key<Hosts.PhysicalComputer> computer)
    {
        ManagedComputer managed = DemandManaged(lab, caller, computer);
        DemandIdle(lab, computer);
        return managed;
    }

    /// <summary>Refuses a computer where a server does something.</summary>
    /// <exception cref="LabException">It does.</exception>
    public static void DemandIdle(LabState lab, Key<Hosts.PhysicalComputer> computer)
    {
        foreach (VmmOperation operation in lab.VmmOperations)
        {
            if (operation.State == VmmOperationState.Running && operation.Computers.Contains(computer))
            {
                string name = lab.NameOf(computer);
                throw ManagementErrors.HostBusy.For(name, name);
            }
        }
    }
}
