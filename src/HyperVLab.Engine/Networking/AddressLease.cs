using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>An address that a pool gave away.</summary>
public sealed class AddressLease : IEntity<AddressLease>
{
    internal AddressLease(
        Key<AddressLease> key, Key<AddressPool> pool, string address, string holder, string? macAddress, TimeSpan now)
    {
        Key = key;
        Pool = pool;
        IPAddress = address;
        Holder = holder;
        MacAddress = macAddress;
        LeasedAt = now;
    }

    /// <inheritdoc/>
    public Key<AddressLease> Key { get; private set; }

    /// <summary>The pool.</summary>
    public Key<AddressPool> Pool { get; private set; }

    /// <summary>The address.</summary>
    public string IPAddress { get; private set; }

    /// <summary>Who has it: a computer's or guest's name.</summary>
    public string Holder { get; private set; }

    /// <summary>The MAC address of the adapter that has it; null for a reservation by name.</summary>
    public string? MacAddress { get; private set; }

    /// <summary>Since when, since the lab began.</summary>
    public TimeSpan LeasedAt { get; private set; }

    /// <summary>When its holder was last there to renew it; null where it never went.</summary>
    public TimeSpan? SeenAt { get; private set; }

    /// <summary>
    /// The event by which its holder, who runs but does not reach the server, loses it; null while it is renewed.
    /// </summary>
    public long? LossEvent { get; private set; }

    /// <summary>Its holder is cut off from the server, or no longer.</summary>
    internal void AwaitLoss(long? sequence) => LossEvent = sequence;

    /// <summary>Its holder reaches the server again, and renews it.</summary>
    internal void Renew(TimeSpan now) => (LeasedAt, SeenAt, LossEvent) = (now, null, null);

    /// <summary>Its holder goes, and renews it no more.</summary>
    internal void SeenUntil(TimeSpan now) => SeenAt = now;

    /// <summary>Another adapter of its holder has it from now on.</summary>
    internal void PassTo(string macAddress, RowsByText<AddressLease> index)
    {
        MacAddress = macAddress;
        index.Follow(this);
    }

    /// <summary>
    /// When it expires, as of now: a holder renews it each time half of its time is over (RFC 2131, 4.4.5). Nothing
    /// ticks for that.
    /// </summary>
    internal TimeSpan ExpiresAt(TimeSpan duration, bool isHeld, TimeSpan now)
    {
        TimeSpan seen = isHeld ? now : SeenAt ?? LeasedAt;
        long renewals = (seen - LeasedAt).Ticks / Math.Max(1, duration.Ticks / 2);
        return LeasedAt + (renewals * (duration / 2)) + duration;
    }
}
