namespace HyperVLab.Engine.Clustering;

/// <summary>What the cluster does about a resource that failed; values of the real RestartAction.</summary>
public enum ResourceRestartAction
{
    /// <summary>Nothing.</summary>
    DoNotRestart = 0,

    /// <summary>It is restarted; its group stays where it is when that does not help.</summary>
    RestartNoNotify = 1,

    /// <summary>It is restarted; its group fails over when that does not help.</summary>
    RestartNotify = 2,
}
