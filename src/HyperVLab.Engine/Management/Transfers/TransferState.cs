namespace HyperVLab.Engine.Management;

/// <summary>How a transfer gets on, by the names of the Background Intelligent Transfer Service.</summary>
public enum TransferState
{
    /// <summary>It waits for its turn.</summary>
    Queued,

    /// <summary>It is sent.</summary>
    Transferring,

    /// <summary>Somebody suspended it, or its job failed or was stopped: it waits to be resumed.</summary>
    Suspended,

    /// <summary>It cannot go on by itself; resuming it tries again.</summary>
    Error,

    /// <summary>It cannot go on now, and is tried again by itself.</summary>
    TransientError,

    /// <summary>All of it has arrived.</summary>
    Transferred,
}
