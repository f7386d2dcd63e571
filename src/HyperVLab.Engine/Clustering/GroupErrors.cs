using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Clustering;

/// <summary>What is refused about groups, resources, disks and shared volumes.</summary>
internal static class GroupErrors
{
    public static readonly LabError NoSuchGroup = new(
        "NoSuchClusterGroup", "ClusterObjectNotFound", LabErrorCategory.ObjectNotFound,
        "There is no cluster group '{0}'. Get-LabClusterGroup lists them.");

    public static readonly LabError NoSuchResource = new(
        "NoSuchClusterResource", "ClusterObjectNotFound", LabErrorCategory.ObjectNotFound,
        "There is no cluster resource '{0}'. Get-LabClusterResource lists them.");

    public static readonly LabError NoSuchSharedVolume = new(
        "NoSuchClusterSharedVolume", "ClusterObjectNotFound", LabErrorCategory.ObjectNotFound,
        "There is no cluster shared volume '{0}'. Get-LabClusterSharedVolume lists them.");

    public static readonly LabError GroupBusy = new(
        "ClusterGroupBusy", "InvalidState", LabErrorCategory.ResourceBusy,
        "'{0}' is moving, coming online or going offline. Wait until that is done.");

    public static readonly LabError NoNodeForGroup = new(
        "ClusterNoNodeForGroup", "OperationFailed", LabErrorCategory.ResourceUnavailable,
        "No other node of the cluster can take '{0}'.");

    public static readonly LabError NowhereToGo = new(
        "ClusterGroupNowhereToGo", "OperationFailed", LabErrorCategory.ResourceUnavailable,
        "No node of the cluster can take '{0}': {1}.");

    public static readonly LabError NodeCannotTake = new(
        "ClusterNodeCannotTake", "OperationFailed", LabErrorCategory.ResourceUnavailable,
        "Node {0} cannot take '{1}': it is {2}.");

    public static readonly LabError NodeReachesNoDisk = new(
        "ClusterNodeReachesNoDisk", "OperationFailed", LabErrorCategory.DeviceError,
        "Node {0} cannot take '{1}': it has no path to its disks.");

    public static readonly LabError NodeNotPossible = new(
        "ClusterNodeNotPossible", "OperationFailed", LabErrorCategory.InvalidOperation,
        "Node {0} cannot take '{1}': it is no possible owner of every resource in it. "
        + "Set-LabClusterOwnerNode -Resource says which are.");

    public static readonly LabError GroupOrResource = new(
        "ClusterGroupOrResource", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Owners are set for a group, which prefers them, or for a resource, which no other node can own. Give one of "
        + "-Group and -Resource.");

    public static readonly LabError OwnerNotPossible = new(
        "ClusterOwnerNotPossible", "OperationFailed", LabErrorCategory.InvalidOperation,
        "'{0}' is on node {1}, which would not be a possible owner. Move it first.");

    public static readonly LabError ResourceNotOnline = new(
        "ClusterResourceNotOnline", "InvalidState", LabErrorCategory.InvalidOperation,
        "'{0}' is {1}. Only a resource that is online can be made to fail.");

    public static readonly LabError FailureTested = new(
        "ClusterFailureTested", "OperationFailed", LabErrorCategory.OperationStopped,
        "Somebody tested its failure.");

    public static readonly LabError OwnerAlready = new(
        "ClusterOwnerAlready", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' is on node {1} already.");

    public static readonly LabError CoreGroup = new(
        "ClusterCoreGroup", "OperationFailed", LabErrorCategory.InvalidOperation,
        "'{0}' is the cluster's own, and cannot be removed or stopped.");

    public static readonly LabError ResourcesLeft = new(
        "ClusterResourcesLeft", "OperationFailed", LabErrorCategory.InvalidOperation,
        "'{0}' still has resources. Use -RemoveResources to remove them too.");

    public static readonly LabError SharedVolumesDisabled = new(
        "SharedVolumesDisabled", "OperationFailed", LabErrorCategory.InvalidOperation,
        "Cluster shared volumes are not enabled on '{0}'. Set-LabCluster {0} -EnableSharedVolumes Enabled enables "
        + "them.");

    public static readonly LabError NoSharedVolumesInEdition = new(
        "NoSharedVolumesInEdition", "OperationFailed", LabErrorCategory.NotInstalled,
        "{0} runs {1}, which has no cluster shared volumes.");

    public static readonly LabError SharedVolumesInUse = new(
        "SharedVolumesInUse", "OperationFailed", LabErrorCategory.ResourceBusy,
        "'{0}' has shared volumes, such as '{1}'. Remove them first.");

    public static readonly LabError NotAvailableStorage = new(
        "ClusterDiskNotAvailable", "OperationFailed", LabErrorCategory.InvalidOperation,
        "'{0}' is not an online disk of Available Storage: it belongs to '{1}'.");

    public static readonly LabError DiskIsWitness = new(
        "ClusterDiskIsWitness", "OperationFailed", LabErrorCategory.InvalidOperation,
        "'{0}' is the cluster's witness. Choose another quorum first with Set-LabClusterQuorum.");

    public static readonly LabError DiskNotNtfs = new(
        "ClusterDiskNotNtfs", "OperationFailed", LabErrorCategory.InvalidOperation,
        "'{0}' has no volume that is formatted with NTFS.");

    public static readonly LabError DiskOnSharedVolume = new(
        "ClusterDiskOnSharedVolume", "OperationFailed", LabErrorCategory.InvalidOperation,
        "'{0}' is a cluster shared volume, which is for virtual machines only: no other clustered role can use it.");

    public static readonly LabError DiskNotEligible = new(
        "ClusterDiskNotEligible", "OperationFailed", LabErrorCategory.InvalidOperation,
        "'{0}' cannot become a cluster disk: {1}");

    public static readonly LabError SharedVolumeHasMachines = new(
        "SharedVolumeHasMachines", "OperationFailed", LabErrorCategory.ResourceBusy,
        "The virtual machine '{0}' has files on '{1}'. Remove or move it first.");

    public static readonly LabError VMNotOff = new(
        "ClusterVMNotOff", "OperationFailed", LabErrorCategory.InvalidOperation,
        "'{0}' is {1}. On {2} a virtual machine must be off to be made highly available; a running one can be from "
        + "Windows Server 2012 on.");

    public static readonly LabError VMNotOnNode = new(
        "ClusterVMNotOnNode", "OperationFailed", LabErrorCategory.InvalidOperation,
        "'{0}' is on {1}, which is no node of a cluster that is up.");

    public static readonly LabError VMClustered = new(
        "ClusterVMClustered", "OperationFailed", LabErrorCategory.ResourceExists,
        "'{0}' is highly available already, as '{1}'.");

    public static readonly LabError VMNotClustered = new(
        "ClusterVMNotClustered", "OperationFailed", LabErrorCategory.InvalidOperation,
        "'{0}' is not clustered: on {1} only clustered virtual machines move between hosts. "
            + "Add-LabClusterVirtualMachineRole makes it highly available.");

    public static readonly LabError VMNotOnClusterStorage = new(
        "ClusterVMNotOnClusterStorage", "OperationFailed", LabErrorCategory.InvalidOperation,
        "'{0}' cannot be made highly available: {1} is not on a cluster shared volume or a disk of the cluster.");

    public static readonly LabError DiskNotOfAllNodes = new(
        "ClusterDiskNotOfAllNodes", "OperationFailed", LabErrorCategory.InvalidOperation,
        "'{0}' cannot be made highly available with '{1}': every node of {3} must show the LUN '{2}' as one disk, "
            + "which is offline and no other cluster's.");

    public static readonly LabError NoMachineOf = new(
        "ClusterResourceWithoutVM", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' is no resource of a virtual machine. Name one such as 'Virtual Machine Configuration web01'.");

    public static readonly LabError TooManyVirtualMachines = new(
        "ClusterTooManyVirtualMachines", "OperationFailed", LabErrorCategory.LimitsExceeded,
        "The cluster '{0}' has {1} virtual machines, the most that a cluster may have.");

    public static readonly LabError NotAVirtualMachine = new(
        "ClusterGroupIsNoVM", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' is no clustered virtual machine. Move-LabClusterGroup moves other roles.");

    public static readonly LabError WitnessNotUsable = new(
        "ClusterWitnessNotUsable", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' cannot be the witness: {1}");

    public static readonly LabError QuorumWouldBeLost = new(
        "ClusterQuorumWouldBeLost", "InvalidOperation", LabErrorCategory.InvalidOperation,
        "The cluster '{0}' would lose quorum at once: only {1} of its {2} nodes are up. Start the others first.");

    public static readonly LabError ParameterUnknown = new(
        "ClusterParameterUnknown", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' has no parameter {1} that can be set. Get-LabClusterParameter lists its parameters.");

    public static readonly LabError ParameterValue = new(
        "ClusterParameterValue", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "{0} cannot be {1}: {2}");

    public static readonly LabError ResourceNeeded = new(
        "ClusterResourceNeeded", "OperationFailed", LabErrorCategory.InvalidOperation,
        "'{0}' cannot be removed from '{1}', which is nothing without it. Remove-LabClusterGroup removes a role.");

    public static readonly LabError LiveOrQuick = new(
        "MoveLiveOrQuick", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A virtual machine moves live or quickly: give one of the two.");

    public static readonly LabError LiveMovesOne = new(
        "ClusterLiveMovesOne", "OperationFailed", LabErrorCategory.InvalidOperation,
        "'{0}' cannot be migrated live: {1} share a disk that only its owner uses, so they move together, saved and "
        + "resumed. Move them with -MigrationType Quick, or keep them on a cluster shared volume.");

    public static readonly LabError HostIsNoNode = new(
        "ClusterHostIsNoNode", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "{0} is no node of the cluster '{1}'.");

    public static readonly LabError QuorumSaidTwice = new(
        "ClusterQuorumSaidTwice", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Give exactly one of NoWitness, DiskWitness, FileShareWitness and DiskOnly.");

    public static readonly LabError HostTakesNoRole = new(
        "ClusterHostTakesNoRole", "OperationFailed", LabErrorCategory.NotInstalled,
        "{0} runs {1}, which takes no role but Hyper-V: it cannot serve files.");

    public static readonly LabError SharedVolumeSetting = new(
        "ClusterSharedVolumeSetting", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "EnableSharedVolumes takes Enabled, Enabled/NoticeRead or Disabled, and not '{0}'.");
}
