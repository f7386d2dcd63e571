using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>A part of a frame's way.</summary>
/// <param name="Kind">What carries it.</param>
/// <param name="VlanId">The VLAN in which it is there; 0 for none, -1 where it gets into none.</param>
/// <param name="Choice">How it is found where it goes.</param>
internal sealed record FrameStep(FrameStepKind Kind, int VlanId = 0, FrameChoice Choice = FrameChoice.None)
{
    /// <summary>The virtual switch.</summary>
    public Key<VirtualSwitch>? VirtualSwitch { get; init; }

    /// <summary>The physical switch.</summary>
    public Key<PhysicalSwitch>? PhysicalSwitch { get; init; }

    /// <summary>The card.</summary>
    public Key<NetworkAdapter>? Card { get; init; }
}
