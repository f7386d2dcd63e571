using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>How one virtual machine is to be made of a template, and where; placement says the latter.</summary>
public sealed class VMConfiguration : IEntity<VMConfiguration>, INamed
{
    internal VMConfiguration(
        Key<VMConfiguration> key, Key<VmmServer> server, string name, Key<VMTemplate> template, TimeSpan now)
    {
        Key = key;
        Server = server;
        Name = name;
        Template = template;
        Description = string.Empty;
        AvailabilitySetNames = [];
        AddedAt = now;
        ModifiedAt = now;
    }

    /// <inheritdoc/>
    public Key<VMConfiguration> Key { get; private set; }

    /// <summary>The server that keeps it.</summary>
    public Key<VmmServer> Server { get; private set; }

    /// <summary>Its name, of its own on its server.</summary>
    public string Name { get; private set; }

    /// <summary>What is written about the machine.</summary>
    public string Description { get; private set; }

    /// <summary>The template.</summary>
    public Key<VMTemplate> Template { get; private set; }

    /// <summary>The group in which a host is looked for; null for all.</summary>
    public Key<HostGroup>? HostGroup { get; private set; }

    /// <summary>The host; null before one was chosen.</summary>
    public Key<PhysicalComputer>? Host { get; private set; }

    /// <summary>Whether somebody chose the host, so that placement leaves it.</summary>
    public bool IsHostPinned { get; private set; }

    /// <summary>The folder of the host in which the machine's own is made; null for where the host puts it.</summary>
    public string? Location { get; private set; }

    /// <summary>Whether somebody chose the folder, so that placement leaves it.</summary>
    public bool IsLocationPinned { get; private set; }

    /// <summary>The name of the guest's computer; null for as the template says.</summary>
    public string? ComputerName { get; private set; }

    /// <summary>From which others the machine is kept apart.</summary>
    public IReadOnlyList<string> AvailabilitySetNames { get; private set; }

    /// <summary>The stars of the host when it was rated; null before.</summary>
    public double? Rating { get; private set; }

    /// <summary>Why it is that host, or what speaks against it; null before it was rated.</summary>
    public string? Explanation { get; private set; }

    /// <summary>When it was made.</summary>
    public TimeSpan AddedAt { get; private set; }

    /// <summary>When it was last changed.</summary>
    public TimeSpan ModifiedAt { get; private set; }

    /// <summary>Says what the machine is.</summary>
    internal void Describe(
        string name, string description, string? computerName, IReadOnlyList<string> availabilitySetNames, TimeSpan now)
    {
        Name = name;
        Description = description;
        ComputerName = computerName;
        AvailabilitySetNames = availabilitySetNames;
        ModifiedAt = now;
    }

    /// <summary>Says where a host is looked for, and what placement leaves as it is.</summary>
    internal void Aim(Key<HostGroup>? group, bool isHostPinned, bool isLocationPinned)
    {
        HostGroup = group;
        IsHostPinned = isHostPinned;
        IsLocationPinned = isLocationPinned;
    }

    /// <summary>Has another place, which is not rated yet.</summary>
    internal void MoveTo(Key<PhysicalComputer>? host, string? location)
    {
        Host = host;
        Location = location;
        Rating = null;
        Explanation = null;
    }

    /// <summary>Its place is rated.</summary>
    internal void Rate(double rating, string explanation, TimeSpan now)
    {
        Rating = rating;
        Explanation = explanation;
        ModifiedAt = now;
    }
}
