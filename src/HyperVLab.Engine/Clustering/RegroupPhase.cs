namespace HyperVLab.Engine.Clustering;

/// <summary>Where a cluster stands in finding its members again.</summary>
public enum RegroupPhase
{
    /// <summary>The nodes say that they are there; the silent ones are waited for.</summary>
    Opening,

    /// <summary>Every node tells whom it reaches.</summary>
    Closing,

    /// <summary>Those that do not reach each other are taken out.</summary>
    Pruning,

    /// <summary>Messages of the old membership are dropped.</summary>
    CleanupOne,

    /// <summary>The new membership is set, and quorum counted.</summary>
    CleanupTwo,

    /// <summary>The witness is challenged for its vote.</summary>
    Arbitrating,

    /// <summary>The members are known.</summary>
    Ended,
}
