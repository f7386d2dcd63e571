using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>A computer that a Virtual Machine Manager server manages through the agent on it.</summary>
public sealed class ManagedComputer : IEntity<ManagedComputer>
{
    internal ManagedComputer(Key<ManagedComputer> key, Key<VmmServer> server, Key<PhysicalComputer> computer)
    {
        Key = key;
        Server = server;
        Computer = computer;
        Description = string.Empty;
        AvailableForPlacement = true;
    }

    /// <inheritdoc/>
    public Key<ManagedComputer> Key { get; private set; }

    /// <summary>The server that manages it.</summary>
    public Key<VmmServer> Server { get; private set; }

    /// <summary>The computer.</summary>
    public Key<PhysicalComputer> Computer { get; private set; }

    /// <summary>The group of hosts that it is in; null where it is no host.</summary>
    public Key<HostGroup>? HostGroup { get; private set; }

    /// <summary>Whether the agent is on it.</summary>
    public bool HasAgent { get; private set; }

    /// <summary>Whether the server has credentials of it, by which files of an ESX host are sent.</summary>
    public bool HasCredentials { get; private set; }

    /// <summary>When it was last refreshed because somebody asked, or something was done there.</summary>
    public TimeSpan RefreshedAt { get; private set; }

    /// <summary>What it is for.</summary>
    public string Description { get; private set; }

    /// <summary>Whether placement may choose it.</summary>
    public bool AvailableForPlacement { get; private set; }

    /// <summary>What placement leaves free on it; null for as its group has it.</summary>
    public HostReserves? OwnReserves { get; private set; }

    /// <summary>Since when it is hot, as far as that is looked at; null where it is not.</summary>
    public TimeSpan? HotSince { get; private set; }

    /// <summary>The event with which machines are moved from it; null where none is foreseen.</summary>
    public long? OptimizationSequence { get; private set; }

    /// <summary>Whether it is a host.</summary>
    public bool IsHost => HostGroup is not null;

    /// <summary>Becomes a host of a group.</summary>
    internal void BecomeHost(Key<HostGroup> group) => HostGroup = group;

    /// <summary>Is hot since a moment, or not.</summary>
    internal void BeHot(TimeSpan? since) => HotSince = since;

    /// <summary>Says with which event machines are moved from it.</summary>
    internal void AwaitOptimization(long? sequence) => OptimizationSequence = sequence;

    /// <summary>Is a host no more.</summary>
    internal void LeaveGroup() => HostGroup = null;

    /// <summary>The agent was put on it, or taken away.</summary>
    internal void SetAgent(bool isThere) => HasAgent = isThere;

    /// <summary>The server was given credentials of it.</summary>
    internal void TakeCredentials() => HasCredentials = true;

    /// <summary>What the server knows of it is true now.</summary>
    internal void Refresh(TimeSpan now) => RefreshedAt = now;

    /// <summary>Sets what somebody chose for it.</summary>
    internal void Choose(string description, bool availableForPlacement, HostReserves? reserves) =>
        (Description, AvailableForPlacement, OwnReserves) = (description, availableForPlacement, reserves);
}
