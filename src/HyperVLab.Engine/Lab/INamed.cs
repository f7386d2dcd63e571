namespace HyperVLab.Engine;

/// <summary>An entity that has a name, by which scripts and messages call it.</summary>
public interface INamed
{
    /// <summary>The name.</summary>
    string Name { get; }
}
