using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts;

/// <summary>A group of rules of one computer's firewall, which are switched together.</summary>
public sealed class FirewallGroup : IEntity<FirewallGroup>, INamed
{
    internal FirewallGroup(Key<FirewallGroup> key, Key<PhysicalComputer> computer, string displayGroup, bool enabled)
    {
        Key = key;
        Computer = computer;
        DisplayGroup = displayGroup;
        Enabled = enabled;
    }

    /// <inheritdoc/>
    public Key<FirewallGroup> Key { get; private set; }

    /// <summary>The computer.</summary>
    public Key<PhysicalComputer> Computer { get; private set; }

    /// <summary>The group's name, such as <c>Remote Volume Management</c>.</summary>
    public string DisplayGroup { get; private set; }

    /// <summary>Whether its rules let traffic in.</summary>
    public bool Enabled { get; private set; }

    /// <inheritdoc/>
    public string Name => DisplayGroup;

    /// <summary>Switches its rules.</summary>
    internal void Enable(bool enabled) => Enabled = enabled;
}
