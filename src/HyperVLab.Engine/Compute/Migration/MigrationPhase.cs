namespace HyperVLab.Engine.Compute;

/// <summary>
/// How far a migration is. A live one goes through the first five in turn, a quick one through the next three.
/// </summary>
public enum MigrationPhase
{
    /// <summary>Connection, empty machine and memory are set up on the target.</summary>
    SettingUp,

    /// <summary>Memory is copied while the machine runs.</summary>
    Copying,

    /// <summary>
    /// The machine stands still; the rest of its memory and its processors' and devices' state are sent.
    /// </summary>
    Stopped,

    /// <summary>Storage is handed over, and the target opens the virtual hard disks.</summary>
    HandingOver,

    /// <summary>The machine resumes on the target.</summary>
    Resuming,

    /// <summary>The machine is saved on the source.</summary>
    Saving,

    /// <summary>Its configuration and storage change hosts.</summary>
    Moving,

    /// <summary>The machine is restored on the target.</summary>
    Restoring,

    /// <summary>It ended on the target.</summary>
    Succeeded,

    /// <summary>It ended on the source.</summary>
    Failed,
}
