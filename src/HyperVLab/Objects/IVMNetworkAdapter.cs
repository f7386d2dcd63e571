using HyperVLab.Engine.Networking;

namespace HyperVLab.Objects;

/// <summary>A virtual network adapter: a virtual machine's, or one of a management operating system.</summary>
public interface IVMNetworkAdapter
{
    /// <summary>Its name.</summary>
    string Name { get; }

    /// <summary>Whether it is a management operating system's.</summary>
    bool IsManagementOs { get; }

    /// <summary>Twelve hexadecimal digits.</summary>
    string MacAddress { get; }

    /// <summary>The virtual switch that it is connected to; empty for none.</summary>
    string SwitchName { get; }

    /// <summary>Whether it may send from other addresses than its own.</summary>
    OnOffState MacAddressSpoofing { get; }

    /// <summary>Its VLANs.</summary>
    VMNetworkAdapterVlanSetting VlanSetting { get; }
}
