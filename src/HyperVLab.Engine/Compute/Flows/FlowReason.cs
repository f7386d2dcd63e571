namespace HyperVLab.Engine.Compute;

/// <summary>Why a TCP connection is no more.</summary>
public enum FlowReason
{
    /// <summary>It is.</summary>
    None,

    /// <summary>All bytes were sent.</summary>
    Finished,

    /// <summary>Somebody ended it.</summary>
    Stopped,

    /// <summary>The other end did not answer, however often it was tried.</summary>
    TimedOut,

    /// <summary>Nobody listens at the port of the other end.</summary>
    Refused,

    /// <summary>The other end shut down, or knows nothing of it any more.</summary>
    Reset,

    /// <summary>The sender shut down or lost its power, and the connection with it.</summary>
    SourceStopped,
}
