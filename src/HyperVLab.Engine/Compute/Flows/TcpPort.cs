using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>A TCP port of a computer or guest that somebody opened or closed.</summary>
public sealed class TcpPort : IEntity<TcpPort>
{
    internal TcpPort(
        Key<TcpPort> key, Key<VirtualMachine>? vm, Key<PhysicalComputer>? computer, int port, TcpPortState state)
    {
        Key = key;
        VM = vm;
        Computer = computer;
        Port = port;
        State = state;
    }

    /// <inheritdoc/>
    public Key<TcpPort> Key { get; private set; }

    /// <summary>The virtual machine whose guest it is; null for a computer.</summary>
    public Key<VirtualMachine>? VM { get; private set; }

    /// <summary>The computer; null for a guest.</summary>
    public Key<PhysicalComputer>? Computer { get; private set; }

    /// <summary>Its number.</summary>
    public int Port { get; private set; }

    /// <summary>What becomes of a request to connect.</summary>
    public TcpPortState State { get; private set; }

    /// <summary>Opens or closes it.</summary>
    internal void Set(TcpPortState state) => State = state;
}
