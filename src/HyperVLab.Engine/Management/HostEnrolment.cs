using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>What hosts must be to come under management, and how they do.</summary>
internal static class HostEnrolment
{
    /// <summary>Refuses a computer that a server cannot manage as a host.</summary>
    /// <exception cref="LabException">It cannot.</exception>
    public static void Demand(
        LabState lab,
        LabCaller caller,
        VmmServer server,
        Key<PhysicalComputer> key,
        Key<VirtualizationManager>? through = null)
    {
        PhysicalComputer host = lab.RequireComputer(key);
        if (Agents.Of(lab, key) is { } managed && (managed.IsHost || managed.Server != server.Key))
        {
            throw ManagementErrors.HostManaged.For(host.Name, host.Name, lab.VmmServers[managed.Server].Name);
        }

        if (through is not null || Platforms.Find(host) is { IsManagedByCenter: true })
        {
            DemandThrough(lab, server, host, through);
            return;
        }

        DemandMember(lab, caller, server, host);
        if (Platforms.Find(host) is null)
        {
            throw ManagementErrors.NotHypervisor.For(host.Name, host.Name);
        }
    }

    // No agent is put on an ESX host, so neither its domain nor the caller's rights there count.
    private static void DemandThrough(
        LabState lab, VmmServer server, PhysicalComputer host, Key<VirtualizationManager>? through)
    {
        if (Platforms.Find(host) is not { IsManagedByCenter: true })
        {
            throw VirtualCenterErrors.NotEsx.For(host.Name, host.Name);
        }

        if (through is not { } key)
        {
            throw VirtualizationManagerErrors.NeedsManager.For(host.Name, host.Name);
        }

        VirtualizationManager manager = VirtualizationManagers.Require(lab, key);
        if (manager.Server != server.Key)
        {
            throw ManagementErrors.OtherServer.For(host.Name, lab.NameOf(manager.Computer), server.Name);
        }

        if (VirtualCenters.Of(lab, host.Key)?.Center != manager.Computer)
        {
            throw VirtualizationManagerErrors.OtherManager.For(host.Name, host.Name, lab.NameOf(manager.Computer));
        }
    }

    /// <summary>Refuses a computer on which a server cannot put its agent.</summary>
    /// <exception cref="LabException">It is in another domain, or the caller is no administrator there.</exception>
    public static void DemandMember(LabState lab, LabCaller caller, VmmServer server, PhysicalComputer computer)
    {
        if (computer.Domain is null || computer.Domain != lab.Computers[server.Computer].Domain)
        {
            throw ManagementErrors.HostOfOtherDomain.For(computer.Name, computer.Name, server.Name);
        }

        if (!LocalGroups.IsAdministrator(lab, caller.Account, computer))
        {
            throw ManagementErrors.HostAccessDenied.For(computer.Name, computer.Name);
        }
    }

    /// <summary>Refuses a node of a cluster on its own: the hosts of a cluster are managed together.</summary>
    /// <exception cref="LabException">It is one.</exception>
    public static void DemandNoNode(LabState lab, Key<PhysicalComputer> key)
    {
        if (ClusterQueries.NodeOf(lab, key) is { } node)
        {
            throw ManagementErrors.HostIsNode.For(node.Name, node.Name, lab.Clusters[node.Cluster].Name);
        }
    }

    /// <summary>The computers of a cluster.</summary>
    public static Key<PhysicalComputer>[] NodesOf(LabState lab, Key<Cluster> cluster) =>
        [.. lab.NodesByCluster.Of(cluster).Select(static node => node.Computer)];

    /// <summary>Puts the agent on computers, and takes them into a group.</summary>
    public static void Begin(
        LabState lab, LabJob job, VmmServer server, HostGroup group, IReadOnlyList<Key<PhysicalComputer>> computers)
    {
        foreach (Key<PhysicalComputer> computer in computers)
        {
            ManagedComputer managed = Agents.Of(lab, computer) ?? lab.ManagedComputers.Add(
                key => new ManagedComputer(key, server.Key, computer));
            managed.BecomeHost(group.Key);
            job.Give(managed.Key);
        }

        bool isEsx = computers.Any(
            computer => Platforms.Find(lab.Computers[computer]) is { IsManagedByCenter: true });
        VmmOperations.Begin(
            lab,
            isEsx ? VmmOperationKind.AddEsxHosts : VmmOperationKind.AddHosts,
            server.Key,
            job,
            computers);
    }

    /// <summary>Takes the agent from computers and forgets them; at once where the agent is not asked.</summary>
    public static void End(
        LabState lab, LabJob job, VmmServer server, IReadOnlyList<Key<PhysicalComputer>> computers, bool force)
    {
        bool hasAgents = computers.All(
            computer => Platforms.Find(lab.Computers[computer]) is not { IsManagedByCenter: true });
        if (!force && hasAgents)
        {
            VmmOperations.Begin(lab, VmmOperationKind.RemoveHosts, server.Key, job, computers);
            return;
        }

        foreach (Key<PhysicalComputer> computer in computers)
        {
            Release(lab, Agents.Of(lab, computer)!);
        }
    }

    /// <summary>Lets go of a host, which may go on as a library server.</summary>
    public static void Release(LabState lab, ManagedComputer managed)
    {
        VMConfigurations.Forget(lab, managed.Computer);
        if (Libraries.Of(lab, managed.Computer) is null)
        {
            lab.ManagedComputers.Remove(managed.Key);
        }
        else
        {
            managed.LeaveGroup();
        }
    }
}
