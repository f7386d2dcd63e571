using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>A Virtual Machine Manager server: the service on one computer that manages hosts and a library.</summary>
public sealed class VmmServer : IEntity<VmmServer>, INamed
{
    internal VmmServer(Key<VmmServer> key, Key<PhysicalComputer> computer, string name)
    {
        Key = key;
        Name = name;
        Computer = computer;
    }

    /// <inheritdoc/>
    public Key<VmmServer> Key { get; private set; }

    /// <summary>Its name: the computer's when it was installed.</summary>
    public string Name { get; private set; }

    /// <summary>The computer whose service it is.</summary>
    public Key<PhysicalComputer> Computer { get; private set; }

    /// <summary>Whether its setup is through.</summary>
    public bool IsInstalled { get; private set; }

    /// <summary>Its setup is through.</summary>
    internal void FinishSetup() => IsInstalled = true;
}
