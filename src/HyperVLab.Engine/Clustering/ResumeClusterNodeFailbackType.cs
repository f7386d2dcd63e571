namespace HyperVLab.Engine.Clustering;

/// <summary>What comes back to a node that is resumed; values of the real module.</summary>
public enum ResumeClusterNodeFailbackType
{
    /// <summary>Nothing: what was drained stays where it is.</summary>
    NoFailback = 0,

    /// <summary>Everything that was drained, at once.</summary>
    Immediate = 1,

    /// <summary>What was drained and may fail back, within the hours that its group allows.</summary>
    Policy = 2,
}
