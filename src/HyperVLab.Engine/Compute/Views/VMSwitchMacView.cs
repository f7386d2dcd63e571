namespace HyperVLab.Engine.Compute.Views;

/// <summary>An address that a virtual switch knows.</summary>
public sealed record VMSwitchMacView
{
    /// <summary>The switch.</summary>
    public required string SwitchName { get; init; }

    /// <summary>Its host.</summary>
    public required string ComputerName { get; init; }

    /// <summary>The address, twelve hexadecimal digits.</summary>
    public required string MacAddress { get; init; }

    /// <summary>The VLAN in which it was seen, or in which the port's untagged frames are; 0 for untagged.</summary>
    public required int VlanId { get; init; }

    /// <summary>Whose port it is: a virtual machine and its adapter, the management operating system, or the switch's
    /// way out.</summary>
    public required string Port { get; init; }

    /// <summary>Whether it was learned from frames: a port's own address is known without.</summary>
    public required bool IsLearned { get; init; }

    /// <summary>When a frame of it was last seen, since the lab began; null for a port's own.</summary>
    public TimeSpan? SeenAt { get; init; }

    /// <summary>How often it was seen behind another port than before.</summary>
    public required int Moves { get; init; }

    /// <summary>Whether the switch has forgotten it by now.</summary>
    public required bool HasAged { get; init; }
}
