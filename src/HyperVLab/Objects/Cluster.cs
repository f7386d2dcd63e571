using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A failover cluster, as Get-LabCluster writes it.</summary>
public sealed class Cluster : LabObject<ClusterView, Engine.Clustering.Cluster>
{
    internal Cluster(LabHandle handle, ClusterView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>Its name.</summary>
    public string Name => View.Name;

    /// <summary>The domain of its nodes.</summary>
    public string Domain => View.Domain;

    /// <summary>Its identifier.</summary>
    public string Id => View.Id.ToString();

    /// <summary>What its administrator wrote about it.</summary>
    public string Description
    {
        get => View.Description;
        set => Change(new SetCluster { Cluster = Key, Description = value });
    }

    /// <summary>Its IPv4 address.</summary>
    public string Address => View.Address ?? string.Empty;

    /// <summary>Whether its service runs: enough nodes are members.</summary>
    public bool IsRunning => View.IsRunning;

    /// <summary>The time between two heartbeats, in milliseconds.</summary>
    public int SameSubnetDelay
    {
        get => View.SameSubnetDelay;
        set => Change(new SetCluster { Cluster = Key, SameSubnetDelay = value });
    }

    /// <summary>How many heartbeats may be missed before a node is down.</summary>
    public int SameSubnetThreshold
    {
        get => View.SameSubnetThreshold;
        set => Change(new SetCluster { Cluster = Key, SameSubnetThreshold = value });
    }

    /// <summary>
    /// How long a node's network driver waits for a sign of the cluster service, in seconds.
    /// </summary>
    public int ClusSvcHangTimeout => View.ClusSvcHangTimeout;

    /// <summary>
    /// What it does then: 0 nothing, 1 a line in the log, 2 an attempt to end the service, 3 a bugcheck (0x9E).
    /// </summary>
    public int HangRecoveryAction
    {
        get => View.HangRecoveryAction;
        set => Change(new SetCluster { Cluster = Key, HangRecoveryAction = value });
    }

    /// <summary>
    /// Whether it may have shared volumes: Enabled or Disabled; set Enabled/NoticeRead to say that the notice was
    /// read.
    /// </summary>
    public string EnableSharedVolumes
    {
        get => View.EnableSharedVolumes ? "Enabled" : "Disabled";
        set => Change(new SetCluster { Cluster = Key, EnableSharedVolumes = value });
    }

    /// <summary>Where shared volumes appear on each node.</summary>
    public string SharedVolumesRoot => View.SharedVolumesRoot;

    /// <summary>How its votes are counted.</summary>
    public ClusterQuorumType QuorumType => View.QuorumType;

    /// <summary>The name of its witness; empty without one.</summary>
    public string QuorumResource => View.QuorumResource ?? string.Empty;

    /// <summary>1 where votes go to the members only, 0 where all nodes keep theirs.</summary>
    public int DynamicQuorum
    {
        get => View.DynamicQuorum ? 1 : 0;
        set => Change(new SetCluster { Cluster = Key, DynamicQuorum = value });
    }

    /// <summary>How many votes dynamic quorum gives to the witness.</summary>
    public int WitnessDynamicWeight => View.WitnessDynamicWeight;

    /// <summary>1 while it goes on without quorum because it was forced to start, otherwise 0.</summary>
    public int FixQuorum => View.IsQuorumForced ? 1 : 0;

    /// <summary>How many votes there are.</summary>
    public int Votes => View.Votes;

    /// <summary>How many of them are with the members.</summary>
    public int VotesPresent => View.VotesPresent;

    /// <summary>Its computer object in the directory.</summary>
    public string ComputerObject => View.ComputerObject ?? string.Empty;

    /// <summary>What messages and questions call it.</summary>
    public override string ToString() => Name;
}
