namespace HyperVLab.Disks;

/// <summary>Why the parent of a differencing disk could not be used.</summary>
public enum DiskParentProblem
{
    /// <summary>The resolver found no file, or none was given.</summary>
    Missing,

    /// <summary>The file that was found has another identifier than the child asks for.</summary>
    IdentifierMismatch,

    /// <summary>The chain leads back to one of its own disks.</summary>
    Loop,

    /// <summary>The chain is longer than <see cref="Vhd.VhdDisk.MaximumChainLength"/>.</summary>
    TooDeep,
}
