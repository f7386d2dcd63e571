using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>Of which virtual machines are made: a disk in the library, hardware, and what the guest is told.</summary>
public sealed class VMTemplate : IEntity<VMTemplate>, INamed
{
    internal VMTemplate(
        Key<VMTemplate> key,
        Key<VmmServer> server,
        string name,
        Key<LibraryResource>? disk,
        HardwareSettings hardware,
        GuestSettings? guest,
        TimeSpan now)
    {
        Key = key;
        Server = server;
        Name = name;
        Disk = disk;
        Hardware = hardware;
        Guest = guest;
        Description = string.Empty;
        AddedAt = now;
        ModifiedAt = now;
    }

    /// <inheritdoc/>
    public Key<VMTemplate> Key { get; private set; }

    /// <summary>The server that keeps it.</summary>
    public Key<VmmServer> Server { get; private set; }

    /// <summary>Its name, of its own on its server.</summary>
    public string Name { get; private set; }

    /// <summary>What it is for.</summary>
    public string Description { get; private set; }

    /// <summary>Its disk; null while a virtual machine is being made into it.</summary>
    public Key<LibraryResource>? Disk { get; private set; }

    /// <summary>What machines are made of.</summary>
    public HardwareSettings Hardware { get; private set; }

    /// <summary>What guests are told; null where they are left as they are.</summary>
    public GuestSettings? Guest { get; private set; }

    /// <summary>When it was made.</summary>
    public TimeSpan AddedAt { get; private set; }

    /// <summary>When it was last changed.</summary>
    public TimeSpan ModifiedAt { get; private set; }

    /// <summary>Changes it.</summary>
    internal void Change(
        string name, string description, HardwareSettings hardware, GuestSettings? guest, TimeSpan now)
    {
        Name = name;
        Description = description;
        Hardware = hardware;
        Guest = guest;
        ModifiedAt = now;
    }

    /// <summary>Gets the disk that was a virtual machine's.</summary>
    internal void Use(Key<LibraryResource> disk) => Disk = disk;
}
