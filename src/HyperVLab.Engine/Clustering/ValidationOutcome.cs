namespace HyperVLab.Engine.Clustering;

/// <summary>What a validation test found.</summary>
public enum ValidationOutcome
{
    /// <summary>It is as it should be.</summary>
    Passed,

    /// <summary>It works, and could be better.</summary>
    Warning,

    /// <summary>A cluster of these nodes would not be supported.</summary>
    Failed,

    /// <summary>There was nothing to test.</summary>
    NotApplicable,
}
