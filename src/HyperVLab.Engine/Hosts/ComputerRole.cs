namespace HyperVLab.Engine.Hosts;

/// <summary>What a physical computer is there for.</summary>
public enum ComputerRole
{
    /// <summary>A server that runs, or is to run, virtual machines.</summary>
    HyperVHost,

    /// <summary>The server that holds the directory and DNS.</summary>
    DomainController,

    /// <summary>The computer at which the administrator sits.</summary>
    Workstation,

    /// <summary>A server with work of its own, which may be converted into a virtual machine.</summary>
    Server,
}
