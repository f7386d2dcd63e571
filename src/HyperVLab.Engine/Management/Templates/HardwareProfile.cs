using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>What a virtual machine is made of, kept under a name.</summary>
public sealed class HardwareProfile : IEntity<HardwareProfile>, INamed
{
    internal HardwareProfile(
        Key<HardwareProfile> key, Key<VmmServer> server, string name, HardwareSettings hardware, TimeSpan now)
    {
        Key = key;
        Server = server;
        Name = name;
        Hardware = hardware;
        Description = string.Empty;
        AddedAt = now;
        ModifiedAt = now;
    }

    /// <inheritdoc/>
    public Key<HardwareProfile> Key { get; private set; }

    /// <summary>The server that keeps it.</summary>
    public Key<VmmServer> Server { get; private set; }

    /// <summary>Its name, of its own on its server.</summary>
    public string Name { get; private set; }

    /// <summary>What it is for.</summary>
    public string Description { get; private set; }

    /// <summary>What it says.</summary>
    public HardwareSettings Hardware { get; private set; }

    /// <summary>When it was made.</summary>
    public TimeSpan AddedAt { get; private set; }

    /// <summary>When it was last changed.</summary>
    public TimeSpan ModifiedAt { get; private set; }

    /// <summary>Changes it.</summary>
    internal void Change(string name, string description, HardwareSettings hardware, TimeSpan now)
    {
        Name = name;
        Description = description;
        Hardware = hardware;
        ModifiedAt = now;
    }
}
