namespace HyperVLab.Disks;

/// <summary>How it stands with one disk of a chain.</summary>
public enum DiskChainState
{
    /// <summary>It is there, and is the disk that its child asks for.</summary>
    Healthy,

    /// <summary>It was found in none of the places where its child says it is.</summary>
    Missing,

    /// <summary>What was found there is another disk, or the disk has changed since its child was made.</summary>
    IdentifierMismatch,

    /// <summary>It is one of the disks before it: the chain has no end.</summary>
    Loop,

    /// <summary>The chain has more disks than are read.</summary>
    TooDeep,

    /// <summary>It is no virtual disk, or is broken.</summary>
    Damaged,

    /// <summary>The system did not let it be read: it is in use, or access is denied.</summary>
    Unreadable,
}
