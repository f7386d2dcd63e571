namespace HyperVLab.Disks;

/// <summary>The chain of a differencing disk is broken: a parent is missing, is another disk, or leads back.</summary>
public sealed class DiskParentException : DiskFormatException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="problem">What is wrong with the chain.</param>
    /// <param name="offset">Where the child names its parent, in bytes from the start of the child's file.</param>
    /// <param name="text">The same as a clause for people.</param>
    public DiskParentException(DiskParentProblem problem, long offset, string text)
        : base("parent locator", offset, text) => Problem = problem;

    /// <summary>What is wrong with the chain.</summary>
    public DiskParentProblem Problem { get; }
}
