using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A node of a cluster, as Get-LabClusterNode writes it.</summary>
public sealed class ClusterNode : LabObject<ClusterNodeView, Engine.Clustering.ClusterNode>
{
    internal ClusterNode(LabHandle handle, ClusterNodeView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>Its name.</summary>
    public string Name => View.Name;

    /// <summary>Its name.</summary>
    public string NodeName => View.Name;

    /// <summary>Its cluster.</summary>
    public Cluster? Cluster => ClusterObjects.Find<ClusterView, Cluster>(Handle, View.ClusterKey);

    /// <summary>Its number in the cluster.</summary>
    public string Id => View.NodeNumber.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Its identifier.</summary>
    public string NodeInstanceID => View.Id.ToString();

    /// <summary>Its state as the cluster sees it: a dead node is up until it is missed.</summary>
    public ClusterNodeState State => View.State;

    /// <summary>How many votes it has.</summary>
    public int NodeWeight => View.NodeWeight;

    /// <summary>How many votes dynamic quorum gives it.</summary>
    public int DynamicWeight => View.DynamicWeight;

    /// <summary>1 where it joins the cluster only and forms none, otherwise 0.</summary>
    public int NeedsPreventQuorum => View.NeedsPreventQuorum ? 1 : 0;

    /// <summary>How its last drain went.</summary>
    public ClusterNodeDrainStatus DrainStatus => View.DrainStatus;

    /// <summary>The number of the node to which its last drain moved everything; 4294967295 for none.</summary>
    public uint DrainTarget => (uint?)View.DrainTarget ?? uint.MaxValue;

    /// <summary>How the last failback to it went.</summary>
    public ClusterNodeFailbackStatus FailbackStatus => View.FailbackStatus;

    /// <summary>What is particular about it.</summary>
    public ClusterNodeStatusInformation StatusInformation => View.DrainStatus switch
    {
        ClusterNodeDrainStatus.InProgress => ClusterNodeStatusInformation.DrainInProgress,
        ClusterNodeDrainStatus.Completed => ClusterNodeStatusInformation.DrainCompleted,
        ClusterNodeDrainStatus.Failed => ClusterNodeStatusInformation.DrainFailed,
        _ => ClusterNodeStatusInformation.Normal,
    };

    /// <summary>Whether its cluster service runs in truth.</summary>
    public bool IsServiceRunning => View.IsServiceRunning;

    /// <summary>Whether what it owns is being moved, because it leaves.</summary>
    public bool IsLeaving => View.IsLeaving;

    /// <summary>The edition that its computer runs.</summary>
    public string Edition => View.Edition;

    /// <summary>The first part of its system's version.</summary>
    public int MajorVersion => View.MajorVersion;

    /// <summary>The second part.</summary>
    public int MinorVersion => View.MinorVersion;

    /// <summary>The build.</summary>
    public int BuildNumber => View.BuildNumber;

    /// <summary>Its computer, by which other cmdlets take it from the pipeline.</summary>
    public string ComputerName => View.Name;

    /// <summary>What messages and questions call it.</summary>
    public override string ToString() => Name;
}
