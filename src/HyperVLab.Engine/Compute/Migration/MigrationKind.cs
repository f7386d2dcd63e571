namespace HyperVLab.Engine.Compute;

/// <summary>How a virtual machine moves to another host.</summary>
public enum MigrationKind
{
    /// <summary>While it runs, its memory being copied in passes.</summary>
    Live,

    /// <summary>Saved here and restored there.</summary>
    Quick,
}
