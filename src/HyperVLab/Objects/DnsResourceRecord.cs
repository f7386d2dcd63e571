using HyperVLab.Engine.Hosts;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>An address record of the lab's DNS, as Get-LabDnsServerResourceRecord writes it.</summary>
public sealed class DnsResourceRecord : LabObject<DnsRecordView, Engine.Hosts.DnsRecord>
{
    internal DnsResourceRecord(LabHandle handle, DnsRecordView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>The host name.</summary>
    public string HostName => View.Name;

    /// <summary>The kind of record: A, an address.</summary>
    public string RecordType { get; } = "A";

    /// <summary>The IPv4 address.</summary>
    public string RecordData => View.Address;

    /// <summary>The host name.</summary>
    public override string ToString() => HostName;
}
