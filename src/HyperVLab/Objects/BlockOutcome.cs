namespace HyperVLab.Objects;

/// <summary>What Optimize-LabVHD would do with a block.</summary>
public enum BlockOutcome
{
    /// <summary>Nothing: it has no place in the file.</summary>
    None,

    /// <summary>Keep it.</summary>
    Kept,

    /// <summary>Take it out of the file.</summary>
    Freed,
}
