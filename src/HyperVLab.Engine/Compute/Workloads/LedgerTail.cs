namespace HyperVLab.Engine.Compute;

/// <summary>What of the transfer after the last whole one is on the disk.</summary>
public enum LedgerTail
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The first sector of its record.</summary>
    First,

    /// <summary>The second sector of its record.</summary>
    Second,
}
