namespace HyperVLab.Engine.Management;

/// <summary>Whether a cluster could lose as many nodes as its reserve is.</summary>
public enum HostClusterReserveState
{
    /// <summary>The rest would hold all its highly available machines.</summary>
    OK,

    /// <summary>The rest would not.</summary>
    Overcommitted,
}
