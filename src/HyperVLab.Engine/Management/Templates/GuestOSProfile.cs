using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>What a guest operating system is told, kept under a name.</summary>
public sealed class GuestOSProfile : IEntity<GuestOSProfile>, INamed
{
    internal GuestOSProfile(
        Key<GuestOSProfile> key, Key<VmmServer> server, string name, GuestSettings guest, TimeSpan now)
    {
        Key = key;
        Server = server;
        Name = name;
        Guest = guest;
        Description = string.Empty;
        AddedAt = now;
        ModifiedAt = now;
    }

    /// <inheritdoc/>
    public Key<GuestOSProfile> Key { get; private set; }

    /// <summary>The server that keeps it.</summary>
    public Key<VmmServer> Server { get; private set; }

    /// <summary>Its name, of its own on its server.</summary>
    public string Name { get; private set; }

    /// <summary>What it is for.</summary>
    public string Description { get; private set; }

    /// <summary>What it says.</summary>
    public GuestSettings Guest { get; private set; }

    /// <summary>When it was made.</summary>
    public TimeSpan AddedAt { get; private set; }

    /// <summary>When it was last changed.</summary>
    public TimeSpan ModifiedAt { get; private set; }

    /// <summary>Changes it.</summary>
    internal void Change(string name, string description, GuestSettings guest, TimeSpan now)
    {
        Name = name;
        Description = description;
        Guest = guest;
        ModifiedAt = now;
    }
}
