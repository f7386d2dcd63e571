using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts;

/// <summary>A physical computer: a Hyper-V host, the domain controller or the admin's workstation.</summary>
public sealed class PhysicalComputer : IEntity<PhysicalComputer>, INamed
{
    internal PhysicalComputer(Key<PhysicalComputer> key, string name)
    {
        Key = key;
        Name = name;
    }

    /// <inheritdoc/>
    public Key<PhysicalComputer> Key { get; private set; }

    /// <summary>Its computer name.</summary>
    public string Name { get; private set; }
}
