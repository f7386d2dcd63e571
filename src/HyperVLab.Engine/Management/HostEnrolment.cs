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
    public static void Demand(LabState lab, LabCaller caller, VmmServer server, Key<PhysicalComputer> key)
    {
        PhysicalComputer host = lab.RequireComputer(key);
        if (Agents.Of(lab, key) is { } managed && (managed.IsHost || managed.Server != server.Key))
        {
            throw ManagementErrors.HostManaged.For(host.Name, host.Name, lab.VmmServers[managed.Server].Name);
        }

        DemandMember(lab, caller, server, host);
        if (Platforms.Find(host) is null)
        {
            throw ManagementErrors.NotHypervisor.For(host.Name, host.Name);
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

        VmmOperations.Begin(lab, VmmOperationKind.AddHosts, server.Key, job, computers);
    }

    /// <summary>Takes the agent from computers and forgets them; at once where the agent is not asked.</summary>
    public static void End(
        LabState lab, LabJob job, VmmServer server, IReadOnlyList<Key<PhysicalComputer>> computers, bool force)
    {
        if (!force)
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
