namespace HyperVLab.Engine.Compute;

/// <summary>Which of a connection's frames.</summary>
public enum FlowFrames
{
    /// <summary>Segments with data, as often as each was sent.</summary>
    Sent,

    /// <summary>Segments with data, once each.</summary>
    Data,

    /// <summary>What says that data arrived.</summary>
    Answers,
}
