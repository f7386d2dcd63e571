namespace HyperVLab.Engine.Clustering.Rules;

/// <summary>What the cluster does about a failure.</summary>
internal enum FailureVerdict
{
    /// <summary>It starts the resource again where it is.</summary>
    Restart,

    /// <summary>It moves the group to another node.</summary>
    FailOver,

    /// <summary>It leaves it failed, and tries again after RetryPeriodOnFailure.</summary>
    LeaveFailed,
}
