namespace HyperVLab.Engine.Management.Roles;

/// <summary>
/// What a role can permit its self-service users to do with virtual machines of their own; the names are those of
/// Virtual Machine Manager.
/// </summary>
public enum SelfServicePermission
{
    /// <summary>To make virtual machines.</summary>
    Create,

    /// <summary>To pause them and let them go on.</summary>
    PauseAndResume,

    /// <summary>To start them.</summary>
    Start,

    /// <summary>To turn them off.</summary>
    Stop,

    /// <summary>To be a local administrator in them: what is done inside the guest.</summary>
    AllowLocalAdmin,

    /// <summary>To connect to their screens.</summary>
    RemoteConnect,

    /// <summary>To remove them.</summary>
    Remove,

    /// <summary>To shut their guests down.</summary>
    Shutdown,

    /// <summary>To make, restore, rename and remove their checkpoints.</summary>
    Checkpoint,

    /// <summary>To store them in the library.</summary>
    Store,

    /// <summary>To save them.</summary>
    Save,

    /// <summary>To author templates and profiles.</summary>
    Author,

    /// <summary>To share them with others.</summary>
    CanShare,

    /// <summary>To receive what others share.</summary>
    CanReceive,

    /// <summary>To make virtual machines of templates and virtual hard disks only.</summary>
    CreateFromVHDOrTemplate,

    /// <summary>To restore their checkpoints, and nothing else with these.</summary>
    CheckpointRestoreOnly,
}
