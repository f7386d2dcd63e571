using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>A folder of a computer that others see over the network.</summary>
public sealed class SmbShare : IEntity<SmbShare>, INamed
{
    internal SmbShare(Key<SmbShare> key, Key<PhysicalComputer> computer, string name, string path, string description)
    {
        Key = key;
        Computer = computer;
        Name = name;
        Path = path;
        Description = description;
    }

    /// <inheritdoc/>
    public Key<SmbShare> Key { get; private set; }

    /// <summary>The computer.</summary>
    public Key<PhysicalComputer> Computer { get; private set; }

    /// <summary>Its name, of its own on its computer.</summary>
    public string Name { get; private set; }

    /// <summary>The folder, as a path of the computer.</summary>
    public string Path { get; private set; }

    /// <summary>What it is for.</summary>
    public string Description { get; private set; }
}
