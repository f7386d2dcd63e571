namespace HyperVLab.Engine.Hosts;

/// <summary>An address record of DNS.</summary>
public sealed record DnsRecordView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>The host name.</summary>
    public required string Name { get; init; }

    /// <summary>The IPv4 address.</summary>
    public required string Address { get; init; }

    internal static DnsRecordView Of(LabState lab, DnsRecord record) => new()
    {
        Key = record.Key.Number,
        Name = record.Name,
        Address = record.Address,
    };
}
