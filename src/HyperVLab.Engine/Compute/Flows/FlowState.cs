namespace HyperVLab.Engine.Compute;

/// <summary>How a TCP connection gets on.</summary>
public enum FlowState
{
    /// <summary>The other end was asked and has not answered yet.</summary>
    Connecting,

    /// <summary>Bytes go their way.</summary>
    Established,

    /// <summary>Nothing gets through; the sender tries again, each time after twice as long.</summary>
    Stalled,

    /// <summary>It is no more, though nobody ended it.</summary>
    Broken,

    /// <summary>It has sent what it was to send, or somebody ended it.</summary>
    Closed,
}
