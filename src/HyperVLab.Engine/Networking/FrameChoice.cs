namespace HyperVLab.Engine.Networking;

/// <summary>How a switch finds where a frame goes.</summary>
internal enum FrameChoice
{
    /// <summary>It does not: its port refuses the frame, or no switch is asked.</summary>
    None,

    /// <summary>The address is that of one of a virtual switch's own ports.</summary>
    Port,

    /// <summary>It learned behind which port the address is.</summary>
    Learned,

    /// <summary>
    /// It does not know the address: a physical switch sends to all ports, a virtual one by its way out.
    /// </summary>
    Unknown,
}
