using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts;

/// <summary>An address record (A) in the DNS zone of the lab's domain.</summary>
public sealed class DnsRecord : IEntity<DnsRecord>, INamed
{
    internal DnsRecord(Key<DnsRecord> key, string name, string address)
    {
        Key = key;
        Name = name;
        Address = address;
    }

    /// <inheritdoc/>
    public Key<DnsRecord> Key { get; private set; }

    /// <summary>The host name, without the domain's.</summary>
    public string Name { get; private set; }

    /// <summary>The IPv4 address, in dotted form.</summary>
    public string Address { get; private set; }

    /// <summary>Points to another address.</summary>
    internal void PointTo(string address) => Address = address;
}
