using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A cluster resource, as Get-LabClusterResource writes it.</summary>
public sealed class ClusterResource : LabObject<ClusterResourceView, Engine.Clustering.ClusterResource>
{
    internal ClusterResource(LabHandle handle, ClusterResourceView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>Its name.</summary>
    public string Name
    {
        get => View.Name;
        set => Change(new SetClusterResource { Resource = Key, NewName = value });
    }

    /// <summary>Its cluster.</summary>
    public Cluster? Cluster => ClusterObjects.Find<ClusterView, Cluster>(Handle, View.ClusterKey);

    /// <summary>Its identifier.</summary>
    public string Id => View.Id.ToString();

    /// <summary>What its administrator wrote about it.</summary>
    public string Description
    {
        get => View.Description;
        set => Change(new SetClusterResource { Resource = Key, Description = value });
    }

    /// <summary>Its group.</summary>
    public ClusterGroup? OwnerGroup => ClusterObjects.Find<ClusterGroupView, ClusterGroup>(Handle, View.OwnerGroupKey);

    /// <summary>The node that owns it.</summary>
    public ClusterNode? OwnerNode => ClusterObjects.Find<ClusterNodeView, ClusterNode>(Handle, View.OwnerNodeKey);

    /// <summary>What kind of resource, by the name that the cluster shows.</summary>
    public string ResourceType => View.ResourceType;

    /// <summary>Its state.</summary>
    public ClusterResourceState State => View.State;

    /// <summary>What is particular about it.</summary>
    public ClusterResourceStatusInformation StatusInformation => View.StatusInformation;

    /// <summary>Why it failed; empty where it has not.</summary>
    public string FailureReason => View.FailureReason ?? string.Empty;

    /// <summary>Whether it is a disk in maintenance.</summary>
    public bool MaintenanceMode => View.MaintenanceMode;

    /// <summary>Whether it is one of the cluster's own.</summary>
    public bool IsCoreResource => View.IsCoreResource;

    /// <summary>1 where it is to be online, otherwise 0.</summary>
    public int PersistentState => View.PersistentState ? 1 : 0;

    /// <summary>What the cluster does when it fails: 0 nothing, 1 restart, 2 restart and then fail over.</summary>
    public int RestartAction
    {
        get => View.RestartAction;
        set => Change(new SetClusterResource { Resource = Key, RestartAction = (ResourceRestartAction)value });
    }

    /// <summary>How often it is restarted where it is within its period.</summary>
    public int RestartThreshold
    {
        get => View.RestartThreshold;
        set => Change(new SetClusterResource { Resource = Key, RestartThreshold = value });
    }

    /// <summary>That period, in milliseconds.</summary>
    public long RestartPeriod
    {
        get => View.RestartPeriod;
        set => Change(new SetClusterResource { Resource = Key, RestartPeriod = value });
    }

    /// <summary>After how long it is tried again once it was left failed, in milliseconds.</summary>
    public long RetryPeriodOnFailure => View.RetryPeriodOnFailure;

    /// <summary>How long it may take to come online or go offline, in milliseconds.</summary>
    public long PendingTimeout => View.PendingTimeout;

    /// <summary>How often it is checked thoroughly, in milliseconds.</summary>
    public long IsAlivePollInterval => View.IsAlivePollInterval;

    /// <summary>How often it is checked quickly, in milliseconds.</summary>
    public long LooksAlivePollInterval => View.LooksAlivePollInterval;

    /// <summary>The resources that must be online before it.</summary>
    public string[] DependsOn => [.. View.DependsOn];

    /// <summary>The nodes that can own it.</summary>
    public string[] PossibleOwners => [.. View.PossibleOwners];

    /// <summary>The identifier of its virtual machine.</summary>
    public Guid? VMId => View.VMId;

    /// <summary>What messages and questions call it.</summary>
    public override string ToString() => Name;
}
