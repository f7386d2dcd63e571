namespace HyperVLab.Engine.Networking;

/// <summary>What carries a frame for a part of its way.</summary>
internal enum FrameStepKind
{
    /// <summary>A virtual switch.</summary>
    VirtualSwitch,

    /// <summary>A card, out to its cable.</summary>
    CardOut,

    /// <summary>A physical switch.</summary>
    PhysicalSwitch,

    /// <summary>A card, in from its cable.</summary>
    CardIn,
}
