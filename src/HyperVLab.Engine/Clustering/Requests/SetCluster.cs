using System.Globalization;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Requests;

/// <summary>Changes what holds of a whole cluster.</summary>
public sealed record SetCluster : LabRequest
{
    /// <summary>The cluster.</summary>
    [Target("Name")]
    public required Key<Cluster> Cluster { get; init; }

    /// <summary>The time between two heartbeats, in milliseconds.</summary>
    public int? SameSubnetDelay { get; init; }

    /// <summary>How many heartbeats may be missed.</summary>
    public int? SameSubnetThreshold { get; init; }

    /// <summary>Whether it may have shared volumes: Enabled, Enabled/NoticeRead or Disabled.</summary>
    public string? EnableSharedVolumes { get; init; }

    /// <summary>What is written about it.</summary>
    public string? Description { get; init; }

    /// <summary>1 to give votes to the members only, 0 to all nodes; from Windows Server 2012 on.</summary>
    public int? DynamicQuorum { get; init; }

    /// <summary>
    /// What is done about a node whose cluster service hangs: 0 nothing, 1 a line in the log, 2 an attempt to end it, 3
    /// a bugcheck.
    /// </summary>
    public int? HangRecoveryAction { get; init; }

    internal override void Validate(LabState lab, LabCaller caller)
    {
        Cluster cluster = ClusterRules.RequireRunning(lab, Cluster);
        if (SameSubnetDelay is null && SameSubnetThreshold is null && EnableSharedVolumes is null
            && Description is null && DynamicQuorum is null && HangRecoveryAction is null)
        {
            throw ClusterErrors.NothingToChange.For(cluster.Name);
        }

        if (DynamicQuorum is not null)
        {
            ClusterRules.DemandRelease(lab, cluster, WindowsVersion.W2012, "Dynamic quorum");
            DemandRange(nameof(DynamicQuorum), DynamicQuorum, 0, 1);
        }

        DemandRange(
            nameof(HangRecoveryAction), HangRecoveryAction,
            ClusterSettings.HangActionNone, MostHangAction(lab));
        DemandRange(
            nameof(SameSubnetDelay), SameSubnetDelay,
            ClusterSettings.LeastHeartbeatDelayMilliseconds, ClusterSettings.MostHeartbeatDelayMilliseconds);
        DemandRange(
            nameof(SameSubnetThreshold), SameSubnetThreshold,
            ClusterSettings.LeastHeartbeatThreshold, MostThreshold(lab));
        if (EnableSharedVolumes is { } setting)
        {
            SharedVolumeSetting.Demand(lab, cluster, setting);
        }
    }

    internal override void Act(LabState lab, LabJob job)
    {
        Cluster cluster = lab.Clusters[Cluster];
        cluster.SetHeartbeat(
            SameSubnetDelay ?? cluster.SameSubnetDelay, SameSubnetThreshold ?? cluster.SameSubnetThreshold);
        cluster.SetHangRecovery(HangRecoveryAction ?? cluster.HangRecoveryAction);
        cluster.Describe(Description ?? cluster.Description);
        if (DynamicQuorum is { } dynamic)
        {
            Votes.Switch(lab, cluster, dynamic == 1);
        }

        if (EnableSharedVolumes is { } setting)
        {
            SharedVolumeSetting.Apply(lab, cluster, setting, job);
        }

        job.Give(Cluster);
    }

    private int MostHangAction(LabState lab) => ClusterQueries.VersionOf(lab, Cluster) switch
    {
        >= WindowsVersion.W2012R2 => ClusterSettings.HangActionEndProcess,
        >= WindowsVersion.W2012 => ClusterSettings.HangActionDebugBreak,
        _ => ClusterSettings.HangActionBugCheck,
    };

    private int MostThreshold(LabState lab) => ClusterQueries.VersionOf(lab, Cluster) >= WindowsVersion.W2012
        ? ClusterSettings.MostHeartbeatThresholdLater
        : ClusterSettings.MostHeartbeatThreshold;

    private static void DemandRange(string name, int? value, int least, int most)
    {
        if (value is { } given && (given < least || given > most))
        {
            throw ClusterErrors.HeartbeatOutOfRange.For(
                name, name, Text(least), Text(most), Text(given));
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
