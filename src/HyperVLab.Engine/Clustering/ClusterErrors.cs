using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Clustering;

/// <summary>
/// What is refused about clusters, their nodes and networks. The real module's ids are the cmdlet's own name.
/// </summary>
internal static class ClusterErrors
{
    public static readonly LabError NoSuchCluster = new(
        "NoSuchCluster", "ClusterObjectNotFound", LabErrorCategory.ObjectNotFound,
        "There is no cluster '{0}' in this lab. Get-LabCluster lists its clusters.");

    public static readonly LabError NoSuchNode = new(
        "NoSuchClusterNode", "ClusterObjectNotFound", LabErrorCategory.ObjectNotFound,
        "There is no cluster node '{0}'. Get-LabClusterNode lists them.");

    public static readonly LabError NoSuchNetwork = new(
        "NoSuchClusterNetwork", "ClusterObjectNotFound", LabErrorCategory.ObjectNotFound,
        "There is no cluster network '{0}'. Get-LabClusterNetwork lists them.");

    public static readonly LabError NoSuchNetworkInterface = new(
        "NoSuchClusterNetworkInterface", "ClusterObjectNotFound", LabErrorCategory.ObjectNotFound,
        "There is no cluster network interface '{0}'. Get-LabClusterNetworkInterface lists them.");

    public static readonly LabError ClusterNotRunning = new(
        "ClusterNotRunning", "ClusterServiceNotRunning", LabErrorCategory.ConnectionError,
        "The cluster service is not running on any node of '{0}', or the cluster has no quorum. Make sure that enough "
            + "nodes run, or start one with Start-LabClusterNode -ForceQuorum.");

    public static readonly LabError ClusterNotFormed = new(
        "ClusterNotFormed", "InvalidState", LabErrorCategory.InvalidOperation,
        "The cluster '{0}' is being made. Wait until that is done.");

    public static readonly LabError NameNotUsable = new(
        "ClusterNameNotUsable", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' cannot be the name of a cluster or clustered role: it takes 1 to 15 letters, digits and hyphens, and "
        + "not digits only.");

    public static readonly LabError ObjectNameNotUsable = new(
        "ClusterObjectNameNotUsable", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' cannot be a name in a cluster: it takes 1 to 80 characters, none of them * ? [ ] \\ / or a control "
        + "character.");

    public static readonly LabError NameTaken = new(
        "ClusterNameTaken", "InvalidParameter", LabErrorCategory.ResourceExists,
        "The name '{0}' is in use already. Choose another one.");

    public static readonly LabError AddressNeeded = new(
        "ClusterAddressNeeded", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' needs a static address: no network of its nodes has an address from a pool. Give -StaticAddress.");

    public static readonly LabError AddressNotUsable = new(
        "ClusterAddressNotUsable", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' is not an IPv4 address that a computer can have.");

    public static readonly LabError AddressTaken = new(
        "ClusterAddressTaken", "InvalidParameter", LabErrorCategory.ResourceExists,
        "The address {0} is in use by {1}. Choose another one.");

    public static readonly LabError AddressOnNoNetwork = new(
        "ClusterAddressOnNoNetwork", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "No network that all nodes are connected to contains the address {0}.");

    public static readonly LabError AddressLost = new(
        "ClusterAddressLost", "OperationFailed", LabErrorCategory.ConnectionError,
        "{0} has no network for {1} any more.");

    public static readonly LabError HeartbeatLost = new(
        "ClusterVMHeartbeatLost", "OperationFailed", LabErrorCategory.ResourceUnavailable,
        "The guest of '{0}' sends no heartbeat any more.");

    public static readonly LabError RunsThereStill = new(
        "ClusterVMRunsThereStill", "OperationFailed", LabErrorCategory.ResourceBusy,
        "'{0}' still runs on {1}, and runs on one host at most.");

    public static readonly LabError NodesNeeded = new(
        "ClusterNodesNeeded", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A cluster has 1 to {0} nodes, each named once.");

    public static readonly LabError NoClusteringInEdition = new(
        "NoClusteringInEdition", "OperationFailed", LabErrorCategory.NotInstalled,
        "{0} runs {1}, which has no failover clustering. Install an edition that has it.");

    public static readonly LabError FeatureMissing = new(
        "ClusterFeatureMissing", "OperationFailed", LabErrorCategory.NotInstalled,
        "Failover clustering is not installed on {0}. Install-LabWindowsFeature Failover-Clustering -ComputerName {0} "
        + "installs it.");

    public static readonly LabError NotInDomain = new(
        "ClusterNodeNotInDomain", "OperationFailed", LabErrorCategory.InvalidOperation,
        "{0} is not a member of the domain that the other nodes are members of.");

    public static readonly LabError NodeTaken = new(
        "ClusterNodeTaken", "OperationFailed", LabErrorCategory.ResourceExists,
        "{0} is a node of the cluster '{1}' already.");

    public static readonly LabError VersionsDiffer = new(
        "ClusterVersionsDiffer", "OperationFailed", LabErrorCategory.InvalidOperation,
        "{0} runs {1} and {2} runs {3}: the nodes of a cluster run the same release.");

    public static readonly LabError NodesNotConnected = new(
        "ClusterNodesNotConnected", "OperationFailed", LabErrorCategory.ConnectionError,
        "{0} and {1} do not reach each other on any network.");

    public static readonly LabError NodeLost = new(
        "ClusterNodeLost", "OperationFailed", LabErrorCategory.OperationStopped,
        "'{0}' could not be finished: its node {1} is down. The cluster brings the role online on another node.");

    public static readonly LabError NodesLostMeanwhile = new(
        "ClusterNodesLostMeanwhile", "OperationFailed", LabErrorCategory.OperationStopped,
        "'{0}' was not made: {1} stopped before it was done.");

    public static readonly LabError NodeNotUp = new(
        "ClusterNodeNotUp", "InvalidState", LabErrorCategory.InvalidOperation,
        "Node {0} is {1}, and cannot do this now.");

    public static readonly LabError NodeUp = new(
        "ClusterNodeUp", "InvalidState", LabErrorCategory.InvalidOperation,
        "The cluster service of node {0} runs already.");

    public static readonly LabError LastNode = new(
        "ClusterLastNode", "OperationFailed", LabErrorCategory.InvalidOperation,
        "{0} is the last node of '{1}'. Remove-LabCluster removes the whole cluster.");

    public static readonly LabError HasRoles = new(
        "ClusterHasRoles", "OperationFailed", LabErrorCategory.InvalidOperation,
        "The cluster '{0}' still has clustered roles, such as '{1}'. Remove them first, or use -Force.");

    public static readonly LabError LaterRelease = new(
        "ClusterNeedsLaterRelease", "OperationFailed", LabErrorCategory.NotInstalled,
        "{0} came with {1}; the nodes of '{2}' run {3}.");

    public static readonly LabError HeartbeatOutOfRange = new(
        "ClusterHeartbeatOutOfRange", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "{0} takes {1} to {2}, and not {3}.");

    public static readonly LabError NothingToChange = new(
        "ClusterNothingToChange", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Nothing was given to change.");

    public static readonly LabError DiskNotReached = new(
        "ClusterDiskNotReached", "OperationFailed", LabErrorCategory.DeviceError,
        "{0} has no path to the disk of '{1}'.");

    public static readonly LabError WitnessGone = new(
        "ClusterWitnessGone", "OperationFailed", LabErrorCategory.DeviceError,
        "The witness '{0}' is gone.");

    public static readonly LabError ShareNotReached = new(
        "ClusterShareNotReached", "OperationFailed", LabErrorCategory.ConnectionError,
        "{0} does not reach the share {1}.");

    public static readonly LabError ResourceTimedOut = new(
        "ClusterResourceTimedOut", "OperationFailed", LabErrorCategory.OperationTimeout,
        "'{0}' was not online within its PendingTimeout.");

    public static readonly LabError RunsElsewhere = new(
        "ClusterRunsElsewhere", "OperationFailed", LabErrorCategory.InvalidOperation,
        "The cluster '{0}' has quorum and runs on {1}, which {2} does not reach: forced to start here, it would be "
        + "there twice. Repair the network, or stop the cluster there first.");

    public static readonly LabError ForceOrPrevent = new(
        "ClusterForceOrPrevent", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "-ForceQuorum forms the cluster and -PreventQuorum keeps the node from doing so: give one of the two.");

    public static readonly LabError NodeNotEmptied = new(
        "ClusterNodeNotEmptied", "OperationFailed", LabErrorCategory.OperationStopped,
        "The {0} of node {1} failed. Could not be moved: {2}. The cluster log of the node says why.");

    public static readonly LabError DrainGoesOn = new(
        "ClusterDrainGoesOn", "InvalidState", LabErrorCategory.ResourceBusy,
        "The {0} of node {1} goes on. Wait until it has ended, or resume the node.");

    public static readonly LabError DrainCancelled = new(
        "ClusterDrainCancelled", "OperationFailed", LabErrorCategory.OperationStopped,
        "The drain of node {0} did not end: the node was resumed or left the cluster.");

    public static readonly LabError DrainNeeded = new(
        "ClusterDrainNeeded", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "-ForceDrain and -TargetNode say how a node is drained: use them with -Drain.");

    public static readonly LabError PriorityNotUsable = new(
        "ClusterPriorityNotUsable", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A priority is 3000 (high), 2000 (medium), 1000 (low) or 0 (no auto start), and not {0}.");

    public static readonly LabError FailbackNotUsable = new(
        "ClusterFailbackNotUsable", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "AutoFailbackType is 0 or 1; a failback window is an hour, 0 to 23, or -1 for always, at both ends.");

    public static readonly LabError MetricNotUsable = new(
        "ClusterMetricNotUsable", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "The metric of a network is a number above 0.");

    public static readonly LabError PolicyNotUsable = new(
        "ClusterPolicyNotUsable", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A threshold is not negative; a failover period is 1 to 1193 hours, a restart period 0 to 4294967295 ms.");

    public static readonly LabError NoSuchTest = new(
        "ClusterNoSuchTest", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "There is no validation test or category '{0}'. Test-LabCluster -List lists them.");

    public static readonly LabError NoTestLeft = new(
        "ClusterNoTestLeft", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "No validation test is left to run.");
}
