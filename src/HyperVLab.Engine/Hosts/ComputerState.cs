namespace HyperVLab.Engine.Hosts;

/// <summary>How far a physical computer is between off and running.</summary>
public enum ComputerState
{
    /// <summary>It has no power.</summary>
    Off,

    /// <summary>Setup puts an operating system on it.</summary>
    Installing,

    /// <summary>It boots.</summary>
    Starting,

    /// <summary>Its operating system runs.</summary>
    Running,

    /// <summary>It shuts down cleanly.</summary>
    Stopping,
}
