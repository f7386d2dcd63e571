namespace HyperVLab.Engine.Clustering;

/// <summary>Whether a group can move.</summary>
internal enum GroupTransferVerdict
{
    /// <summary>It can move now.</summary>
    Moves,

    /// <summary>
    /// Its machine, or every node that could take it, is busy: it is tried again when that has ended.
    /// </summary>
    Waits,

    /// <summary>It cannot move.</summary>
    Stays,
}
