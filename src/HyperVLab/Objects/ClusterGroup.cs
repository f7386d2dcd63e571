using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A cluster group, as Get-LabClusterGroup writes it.</summary>
public sealed class ClusterGroup : LabObject<ClusterGroupView, Engine.Clustering.ClusterGroup>
{
    internal ClusterGroup(LabHandle handle, ClusterGroupView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>Its name.</summary>
    public string Name
    {
        get => View.Name;
        set => Change(new SetClusterGroup { Group = Key, NewName = value });
    }

    /// <summary>Its cluster.</summary>
    public Cluster? Cluster => ClusterObjects.Find<ClusterView, Cluster>(Handle, View.ClusterKey);

    /// <summary>Its identifier.</summary>
    public string Id => View.Id.ToString();

    /// <summary>What its administrator wrote about it.</summary>
    public string Description
    {
        get => View.Description;
        set => Change(new SetClusterGroup { Group = Key, Description = value });
    }

    /// <summary>What it is for.</summary>
    public GroupType GroupType => View.GroupType;

    /// <summary>The node that owns it.</summary>
    public ClusterNode? OwnerNode => ClusterObjects.Find<ClusterNodeView, ClusterNode>(Handle, View.OwnerNodeKey);

    /// <summary>Its state, which its resources make.</summary>
    public ClusterGroupState State => View.State;

    /// <summary>What is particular about it.</summary>
    public ClusterApplicationStatusInformation StatusInformation => View.StatusInformation;

    /// <summary>Why it failed; empty where it has not.</summary>
    public string FailureReason => View.FailureReason ?? string.Empty;

    /// <summary>Whether it is one of the cluster's own.</summary>
    public bool IsCoreGroup => View.IsCoreGroup;

    /// <summary>1 where it is to be online, otherwise 0.</summary>
    public int PersistentState => View.PersistentState ? 1 : 0;

    /// <summary>How often it may fail over within its period; -1 for once for each node but one.</summary>
    public int FailoverThreshold
    {
        get => View.FailoverThreshold;
        set => Change(new SetClusterGroup { Group = Key, FailoverThreshold = value });
    }

    /// <summary>The period in which failovers are counted, in hours.</summary>
    public int FailoverPeriod
    {
        get => (int)View.FailoverPeriod.TotalHours;
        set => Change(new SetClusterGroup { Group = Key, FailoverPeriod = value });
    }

    /// <summary>Names by which it is kept apart from groups that have one of them too.</summary>
    public string[] AntiAffinityClassNames
    {
        get => [.. View.AntiAffinityClassNames];
        set => Change(new SetClusterGroup { Group = Key, AntiAffinityClassNames = value ?? [] });
    }

    /// <summary>
    /// The number of the node to which an administrator moved it last, and to which a cold start brings it;
    /// 4294967295 for none.
    /// </summary>
    public uint DefaultOwner => (uint?)View.DefaultOwner ?? uint.MaxValue;

    /// <summary>
    /// How much it matters at starts, drains and failbacks: 3000 high, 2000 medium, 1000 low, 0 to be started by hand
    /// only.
    /// </summary>
    public int Priority
    {
        get => View.Priority;
        set => Change(new SetClusterGroup { Group = Key, Priority = value });
    }

    /// <summary>Whether it fails back by itself: 0 no, 1 yes.</summary>
    public int AutoFailbackType
    {
        get => View.AutoFailbackType;
        set => Change(new SetClusterGroup { Group = Key, AutoFailbackType = value });
    }

    /// <summary>The hour from which on it may fail back; -1 for always.</summary>
    public int FailbackWindowStart
    {
        get => View.FailbackWindowStart;
        set => Change(new SetClusterGroup { Group = Key, FailbackWindowStart = value });
    }

    /// <summary>The hour up to which it may fail back; -1 for always.</summary>
    public int FailbackWindowEnd
    {
        get => View.FailbackWindowEnd;
        set => Change(new SetClusterGroup { Group = Key, FailbackWindowEnd = value });
    }

    /// <summary>The nodes that it prefers, the best first.</summary>
    public string[] PreferredOwners => [.. View.PreferredOwners];

    /// <summary>What it is doing; empty where it does nothing.</summary>
    public string Operation => View.Operation ?? string.Empty;

    /// <summary>The identifier of its virtual machine.</summary>
    public Guid? VMId => View.VMId;

    /// <summary>What messages and questions call it.</summary>
    public override string ToString() => Name;
}
