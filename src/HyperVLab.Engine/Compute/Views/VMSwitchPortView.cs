using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Views;

namespace HyperVLab.Engine.Compute.Views;

/// <summary>A port of a virtual switch and what passed it.</summary>
public sealed record VMSwitchPortView
{
    /// <summary>The switch.</summary>
    public required string SwitchName { get; init; }

    /// <summary>Its host.</summary>
    public required string ComputerName { get; init; }

    /// <summary>Whose port it is: a machine and its adapter, the host and its, or the card that leads out.</summary>
    public required string Port { get; init; }

    /// <summary>Whether it is the switch's way out.</summary>
    public required bool IsExternal { get; init; }

    /// <summary>Whether who is plugged in takes and sends frames.</summary>
    public required bool IsUp { get; init; }

    /// <summary>The address of who is plugged in, twelve hexadecimal digits.</summary>
    public required string MacAddress { get; init; }

    /// <summary>Its VLANs.</summary>
    public required PortVlan Vlan { get; init; }

    /// <summary>What who is plugged in sent and got; of the way out, what the card did outside.</summary>
    public required PortCountersView Counters { get; init; }
}
