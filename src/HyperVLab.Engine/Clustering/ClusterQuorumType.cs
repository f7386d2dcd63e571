namespace HyperVLab.Engine.Clustering;

/// <summary>How the votes for quorum are counted, by the names of 2008 R2.</summary>
public enum ClusterQuorumType
{
    /// <summary>A majority of the nodes.</summary>
    NodeMajority,

    /// <summary>A majority of the nodes and a witness disk.</summary>
    NodeAndDiskMajority,

    /// <summary>A majority of the nodes and a witness file share.</summary>
    NodeAndFileShareMajority,

    /// <summary>The disk decides alone.</summary>
    DiskOnly,
}
