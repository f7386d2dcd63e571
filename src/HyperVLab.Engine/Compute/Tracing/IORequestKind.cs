namespace HyperVLab.Engine.Compute.Tracing;

/// <summary>What is followed on its way.</summary>
public enum IORequestKind
{
    /// <summary>A frame to somebody else.</summary>
    Frame,

    /// <summary>A read from a disk.</summary>
    Read,

    /// <summary>A write to a disk.</summary>
    Write,
}
