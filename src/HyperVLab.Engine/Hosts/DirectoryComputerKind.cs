namespace HyperVLab.Engine.Hosts;

/// <summary>What a computer object of the directory stands for.</summary>
public enum DirectoryComputerKind
{
    /// <summary>A computer that joined the domain.</summary>
    Member,

    /// <summary>The domain's controller.</summary>
    Controller,

    /// <summary>The name of a failover cluster.</summary>
    Cluster,
}
