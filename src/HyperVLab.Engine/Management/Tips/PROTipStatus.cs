namespace HyperVLab.Engine.Management;

/// <summary>What became of a tip.</summary>
public enum PROTipStatus
{
    /// <summary>Somebody may implement or dismiss it.</summary>
    Active,

    /// <summary>It is being implemented.</summary>
    Implementing,

    /// <summary>It was implemented, or what it was about is over.</summary>
    Resolved,

    /// <summary>It could not be implemented, or somebody stopped that.</summary>
    Failed,

    /// <summary>Somebody dismissed it.</summary>
    Dismissed,
}
