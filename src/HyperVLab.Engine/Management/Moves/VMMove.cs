using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>A virtual machine's move, with its files, to another host over the network.</summary>
public sealed class VMMove : IEntity<VMMove>
{
    internal VMMove(Key<VMMove> key, VirtualMachine vm, Key<PhysicalComputer> target, string folder, bool stores)
    {
        Key = key;
        VM = vm.Key;
        VMName = vm.Name;
        Target = target;
        Folder = folder;
        Stores = stores;
    }

    /// <inheritdoc/>
    public Key<VMMove> Key { get; private set; }

    /// <summary>The virtual machine; null once it has been removed.</summary>
    public Key<VirtualMachine>? VM { get; private set; }

    /// <summary>Its name when it began.</summary>
    public string VMName { get; private set; }

    /// <summary>The host or library server that it goes to.</summary>
    public Key<PhysicalComputer> Target { get; private set; }

    /// <summary>The folder there that gets its files, by its full path.</summary>
    public string Folder { get; private set; }

    /// <summary>Whether it goes into the library, and not to a host.</summary>
    public bool Stores { get; private set; }

    /// <summary>Forgets a machine that is removed.</summary>
    internal void ForgetVM() => VM = null;
}
