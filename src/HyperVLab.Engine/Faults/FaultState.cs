namespace HyperVLab.Engine.Faults;

/// <summary>How far a fault is.</summary>
public enum FaultState
{
    /// <summary>It waits for its moment, or for somebody to let it happen.</summary>
    Armed,

    /// <summary>It is going on.</summary>
    Active,

    /// <summary>It was repaired.</summary>
    Ended,
}
