using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>
/// A second instance of a virtual machine: its group was taken over while its former host still ran it. There is none
/// while groups are started only after the side that lost them has stopped.
/// </summary>
public sealed class StrayMachine : IEntity<StrayMachine>
{
    internal StrayMachine(Key<StrayMachine> key, Key<VirtualMachine> vm, Key<PhysicalComputer> computer, TimeSpan since)
    {
        Key = key;
        VM = vm;
        Computer = computer;
        Since = since;
    }

    /// <inheritdoc/>
    public Key<StrayMachine> Key { get; private set; }

    /// <summary>The machine.</summary>
    public Key<VirtualMachine> VM { get; private set; }

    /// <summary>The host that still runs it.</summary>
    public Key<PhysicalComputer> Computer { get; private set; }

    /// <summary>Since when it runs twice, since the lab began.</summary>
    public TimeSpan Since { get; private set; }
}
