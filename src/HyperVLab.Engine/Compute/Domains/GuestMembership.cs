using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// What a domain knows of the computer account of a guest: which of its passwords is the right one. The guest has its
/// own in its disk, and so has every copy of that.
/// </summary>
public sealed class GuestMembership : IEntity<GuestMembership>, INamed
{
    internal GuestMembership(Key<GuestMembership> key, Key<DirectoryDomain> domain, string name, TimeSpan now)
    {
        Key = key;
        Domain = domain;
        Name = name;
        MachinePassword = 1;
        ChangedAt = now;
    }

    /// <inheritdoc/>
    public Key<GuestMembership> Key { get; private set; }

    /// <summary>The domain.</summary>
    public Key<DirectoryDomain> Domain { get; private set; }

    /// <summary>The name of the computer's account.</summary>
    public string Name { get; private set; }

    /// <summary>Which password is the right one, counted from 1.</summary>
    public int MachinePassword { get; private set; }

    /// <summary>When it was last changed.</summary>
    public TimeSpan ChangedAt { get; private set; }

    /// <summary>Has another password.</summary>
    internal void ChangePassword(TimeSpan now) => (MachinePassword, ChangedAt) = (MachinePassword + 1, now);
}
