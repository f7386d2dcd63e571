namespace HyperVLab.Engine.Networking;

/// <summary>How somebody says which VLANs a port has; the names are those of Set-VMNetworkAdapterVlan.</summary>
/// <param name="Untagged">Untagged frames only.</param>
/// <param name="Access">Those of one VLAN.</param>
/// <param name="Trunk">Those of a list of VLANs.</param>
/// <param name="VlanId">The VLAN of an access port.</param>
/// <param name="NativeVlanId">The VLAN of a trunk's untagged frames; 0 to leave them untagged.</param>
/// <param name="AllowedVlanIdList">The VLANs of a trunk.</param>
internal readonly record struct VlanChoice(
    bool Untagged, bool Access, bool Trunk, int? VlanId, int? NativeVlanId, string? AllowedVlanIdList)
{
    /// <summary>Whether it is an isolated port of a private VLAN.</summary>
    public bool Isolated { get; init; }

    /// <summary>Whether it is a community's port of a private VLAN.</summary>
    public bool Community { get; init; }

    /// <summary>Whether it is a promiscuous port of a private VLAN.</summary>
    public bool Promiscuous { get; init; }

    /// <summary>The primary VLAN of a private one.</summary>
    public int? PrimaryVlanId { get; init; }

    /// <summary>The secondary VLAN of an isolated or a community's port.</summary>
    public int? SecondaryVlanId { get; init; }

    /// <summary>The secondary VLANs of a promiscuous port.</summary>
    public string? SecondaryVlanIdList { get; init; }
}
