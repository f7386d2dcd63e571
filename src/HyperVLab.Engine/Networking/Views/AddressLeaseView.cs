namespace HyperVLab.Engine.Networking.Views;

/// <summary>An address that a pool gave away.</summary>
public sealed record AddressLeaseView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>The pool's name.</summary>
    public required string PoolName { get; init; }

    /// <summary>The address.</summary>
    public required string IPAddress { get; init; }

    /// <summary>Who has it.</summary>
    public required string Holder { get; init; }

    /// <summary>The MAC address of the adapter that has it.</summary>
    public string? MacAddress { get; init; }

    /// <summary>Since when, since the lab began.</summary>
    public required TimeSpan LeasedAt { get; init; }

    internal static AddressLeaseView Of(LabState lab, AddressLease entity) => new()
    {
        Key = entity.Key.Number,
        PoolName = lab.NameOf(entity.Pool),
        IPAddress = entity.IPAddress,
        Holder = entity.Holder,
        MacAddress = entity.MacAddress,
        LeasedAt = entity.LeasedAt,
    };
}
