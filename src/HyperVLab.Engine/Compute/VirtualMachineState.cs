namespace HyperVLab.Engine.Compute;

/// <summary>
/// How Virtual Machine Manager finds a virtual machine. Names and numbers are those of its enumeration
/// VMComputerSystemState; what the lab's machines never are is left out.
/// </summary>
public enum VirtualMachineState
{
    /// <summary>It runs.</summary>
    Running = 0,

    /// <summary>It is off.</summary>
    PowerOff = 1,

    /// <summary>It is being shut down or turned off.</summary>
    PoweringOff = 2,

    /// <summary>Memory and devices are kept in files.</summary>
    Saved = 3,

    /// <summary>Its memory is being written to files.</summary>
    Saving = 4,

    /// <summary>It is being resumed.</summary>
    Restoring = 5,

    /// <summary>It keeps its memory and gets no processor time.</summary>
    Paused = 6,

    /// <summary>It is being started.</summary>
    Starting = 11,

    /// <summary>It is being paused.</summary>
    Pausing = 81,

    /// <summary>A job makes it.</summary>
    UnderCreation = 100,

    /// <summary>The job that was to make it has failed.</summary>
    CreationFailed = 101,

    /// <summary>It is in the library, and on no host.</summary>
    Stored = 102,

    /// <summary>A job makes a template of it.</summary>
    UnderTemplateCreation = 103,

    /// <summary>The job that was to make a template of it has failed.</summary>
    TemplateCreationFailed = 104,

    /// <summary>It was made, and its guest could not be given what makes it one of its own.</summary>
    CustomizationFailed = 105,

    /// <summary>It is being moved.</summary>
    UnderMigration = 200,

    /// <summary>The job that was to move it has failed: it is where it was.</summary>
    MigrationFailed = 201,

    /// <summary>A checkpoint is being made.</summary>
    CreatingCheckpoint = 210,

    /// <summary>Its host does not run.</summary>
    HostNotResponding = 221,

    /// <summary>The conversion of a physical server that was to make it has failed.</summary>
    P2VCreationFailed = 240,

    /// <summary>The conversion of another platform's machine that was to make it has failed.</summary>
    V2VCreationFailed = 250,
}
