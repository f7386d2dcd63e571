using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// What the virtual machines on one host take of it, counted as they start and stop: to count anew at each start would
/// cost a pass over all machines.
/// </summary>
public sealed class HostLoad : IEntity<HostLoad>
{
    internal HostLoad(Key<HostLoad> key, Key<PhysicalComputer> computer)
    {
        Key = key;
        Computer = computer;
    }

    /// <inheritdoc/>
    public Key<HostLoad> Key { get; private set; }

    /// <summary>The host.</summary>
    public Key<PhysicalComputer> Computer { get; private set; }

    /// <summary>How many machines run, start, stop or are paused.</summary>
    public int RunningVMs { get; private set; }

    /// <summary>How many virtual processors these have.</summary>
    public int VirtualProcessors { get; private set; }

    /// <summary>How many dynamic MAC addresses the host has given.</summary>
    public int MacAddressesGiven { get; private set; }

    /// <summary>The live migration that it takes part in: it takes one at a time.</summary>
    public Key<Migration>? Migration { get; private set; }

    /// <summary>Counts a machine in.</summary>
    internal void Take(int processors)
    {
        RunningVMs++;
        VirtualProcessors += processors;
    }

    /// <summary>Counts a machine out.</summary>
    internal void Release(int processors)
    {
        RunningVMs--;
        VirtualProcessors -= processors;
    }

    /// <summary>Takes part in a live migration, or in none any more.</summary>
    internal void TakePart(Key<Migration>? migration) => Migration = migration;

    /// <summary>The number of the next dynamic MAC address.</summary>
    internal int NextMacAddress() => MacAddressesGiven++;
}
