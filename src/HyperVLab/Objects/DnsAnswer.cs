namespace HyperVLab.Objects;

/// <summary>An address of a name, as Resolve-LabDnsName writes it, with Resolve-DnsName's properties.</summary>
public sealed class DnsAnswer
{
    internal DnsAnswer(string name, string address) => (Name, IPAddress) = (name, address);

    /// <summary>The name that was asked for.</summary>
    public string Name { get; }

    /// <summary>The kind of record: A, an address.</summary>
    public string Type { get; } = "A";

    /// <summary>For how many seconds it may be kept: what Windows registers its addresses with.</summary>
    public int TTL { get; } = 1200;

    /// <summary>The section of the answer.</summary>
    public string Section { get; } = "Answer";

    /// <summary>The address.</summary>
    public string IPAddress { get; }

    /// <summary>The address.</summary>
    public override string ToString() => IPAddress;
}
