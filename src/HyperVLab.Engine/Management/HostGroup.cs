using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>A group of hosts: rights, reserves and placement go by these. They form a tree under "All Hosts".</summary>
public sealed class HostGroup : IEntity<HostGroup>, INamed
{
    internal HostGroup(Key<HostGroup> key, Key<VmmServer> server, string name, Key<HostGroup>? parent)
    {
        Key = key;
        Server = server;
        Name = name;
        Parent = parent;
        Description = string.Empty;
    }

    /// <inheritdoc/>
    public Key<HostGroup> Key { get; private set; }

    /// <summary>The server that keeps it.</summary>
    public Key<VmmServer> Server { get; private set; }

    /// <summary>Its name, unique among its siblings.</summary>
    public string Name { get; private set; }

    /// <summary>The group that it stands in; null for "All Hosts".</summary>
    public Key<HostGroup>? Parent { get; private set; }

    /// <summary>What it is for.</summary>
    public string Description { get; private set; }

    /// <summary>When machines are moved between its hosts; null for as the group that it stands in has it.</summary>
    public OptimizationSettings? Optimization { get; private set; }

    /// <summary>What is left free on its hosts; null for as the group that it stands in has it.</summary>
    public GroupReserves? Reserves { get; private set; }

    /// <summary>Whether its hosts make tips; null for as the group that it stands in has it.</summary>
    public MonitorSettings? Monitoring { get; private set; }

    /// <summary>Says whether its hosts make tips.</summary>
    internal void Monitor(MonitorSettings? settings) => Monitoring = settings;

    /// <summary>Says what is left free on its hosts.</summary>
    internal void Reserve(GroupReserves? reserves) => Reserves = reserves;

    /// <summary>Says when machines are moved between its hosts.</summary>
    internal void Optimize(OptimizationSettings? settings) => Optimization = settings;

    /// <summary>Has another name or purpose.</summary>
    internal void Describe(string name, string description) => (Name, Description) = (name, description);

    /// <summary>Stands in another group.</summary>
    internal void MoveTo(Key<HostGroup> parent) => Parent = parent;
}
