namespace HyperVLab.Engine.Clustering;

/// <summary>Texts that the cluster shows without anything having failed.</summary>
internal static class ClusterTexts
{
    /// <summary>What an administrator is told when enabling shared volumes, as 2008 R2 says it.</summary>
    public const string SharedVolumesNotice =
        "The Cluster Shared Volumes feature in Windows Server 2008 R2 is only supported for use with the Hyper-V role. "
        + "The creation, reproduction, and storage of files on Cluster Shared Volumes that were not created for the "
        + "Hyper-V role, including any user or application data stored under the ClusterStorage folder of the system "
        + "drive on every node, are not supported and may result in unpredictable behavior, including data corruption "
        + "or data loss on these shared volumes. Setting EnableSharedVolumes to 'Enabled/NoticeRead' says that this "
        + "notice was read.";

    /// <summary>What is told about a cluster whose nodes were not validated.</summary>
    public const string NotValidated =
        "These nodes have not passed validation. Test-LabCluster says whether a cluster of them would be supported.";

    /// <summary>What is told about a cluster whose votes are even.</summary>
    public const string NoWitness =
        "The cluster has an even number of nodes and no witness: it stops when half of them are lost. "
        + "Set-LabClusterQuorum gives it one.";

    /// <summary>What is told about a cluster that was started without quorum.</summary>
    public const string QuorumForced =
        "The cluster was started without quorum. What other nodes changed in its configuration since is lost, and it "
        + "goes on without quorum until enough nodes have joined. Make sure that no other part of it runs: start the "
        + "other nodes one by one, with -PreventQuorum from Windows Server 2012 on.";

    /// <summary>What is told about a virtual machine that shares a disk with another.</summary>
    public static string SharesGroup(string vm, string group, string? name) =>
        $"'{vm}' is on the disk of the clustered role '{group}', and joins it: what is in it moves and fails over "
        + "together. A virtual machine moves alone where its LUN is its own, or on a cluster shared volume."
        + (name is null || string.Equals(name, group, StringComparison.OrdinalIgnoreCase)
            ? string.Empty
            : $" No role '{name}' is made.");

    /// <summary>What is told about a virtual machine with an image that other nodes do not find.</summary>
    public static string ImageStaysBehind(string vm, string image) =>
        $"'{vm}' has '{image}' in a DVD drive, which is not on storage of the cluster: while it is there, the virtual "
        + "machine neither moves nor starts on another node. Set-LabVMDvdDrive -Path $null takes it out.";

    /// <summary>What is told about a node that is not enough to form the cluster.</summary>
    public const string WaitsForQuorum =
        "The Cluster service runs, and waits for more nodes: those that run have no quorum.";
}
