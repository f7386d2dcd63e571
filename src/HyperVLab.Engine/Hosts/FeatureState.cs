namespace HyperVLab.Engine.Hosts;

/// <summary>How far a role or feature is on a computer, by the names of the real InstallState.</summary>
public enum FeatureState
{
    /// <summary>It can be installed.</summary>
    Available,

    /// <summary>It is installed and works.</summary>
    Installed,

    /// <summary>It works after the next restart.</summary>
    InstallPending,

    /// <summary>It is gone after the next restart.</summary>
    UninstallPending,
}
