namespace HyperVLab.Engine.Management;

/// <summary>How a file of the library is.</summary>
public enum LibraryResourceState
{
    /// <summary>It is there.</summary>
    Normal,

    /// <summary>A refresh did not find it any more.</summary>
    Missing,
}
