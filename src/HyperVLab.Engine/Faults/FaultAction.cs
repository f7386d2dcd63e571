namespace HyperVLab.Engine.Faults;

/// <summary>What can happen to a fault.</summary>
internal enum FaultAction
{
    /// <summary>It begins.</summary>
    Begin,

    /// <summary>It ends, repaired.</summary>
    End,

    /// <summary>It waits for its trigger again.</summary>
    Rearm,
}
