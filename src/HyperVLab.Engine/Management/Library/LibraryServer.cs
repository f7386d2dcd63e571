using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>A managed computer whose shares are a Virtual Machine Manager server's library.</summary>
public sealed class LibraryServer : IEntity<LibraryServer>
{
    internal LibraryServer(Key<LibraryServer> key, Key<VmmServer> server, Key<PhysicalComputer> computer)
    {
        Key = key;
        Server = server;
        Computer = computer;
        Description = string.Empty;
    }

    /// <inheritdoc/>
    public Key<LibraryServer> Key { get; private set; }

    /// <summary>The server whose library it holds.</summary>
    public Key<VmmServer> Server { get; private set; }

    /// <summary>The computer.</summary>
    public Key<PhysicalComputer> Computer { get; private set; }

    /// <summary>The group of hosts that it is near to; null for none.</summary>
    public Key<HostGroup>? HostGroup { get; private set; }

    /// <summary>What it is for.</summary>
    public string Description { get; private set; }

    /// <summary>Sets what somebody chose for it.</summary>
    internal void Choose(string description, Key<HostGroup>? group) => (Description, HostGroup) = (description, group);
}
