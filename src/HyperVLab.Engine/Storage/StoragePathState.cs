namespace HyperVLab.Engine.Storage;

/// <summary>Whether a path between a computer and an array carries anything.</summary>
public enum StoragePathState
{
    /// <summary>It does.</summary>
    Up,

    /// <summary>A cable, port or controller on it is out.</summary>
    Down,
}
