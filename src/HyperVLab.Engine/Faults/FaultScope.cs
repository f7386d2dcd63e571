namespace HyperVLab.Engine.Faults;

/// <summary>What a kind of fault befalls, and so which targets it takes.</summary>
internal enum FaultScope
{
    /// <summary>One or more computers.</summary>
    Computers,

    /// <summary>A physical adapter of a computer.</summary>
    Adapter,

    /// <summary>A path: a computer, an array and the number of a controller.</summary>
    Path,

    /// <summary>A controller of an array.</summary>
    Controller,

    /// <summary>Logical units of an array.</summary>
    Luns,

    /// <summary>The process that holds the lab.</summary>
    Process,

    /// <summary>The network between computers and others.</summary>
    Network,

    /// <summary>Virtual machines.</summary>
    Machines,

    /// <summary>A cluster.</summary>
    Cluster,
}
