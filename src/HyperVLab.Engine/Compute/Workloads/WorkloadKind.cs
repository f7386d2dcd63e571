namespace HyperVLab.Engine.Compute;

/// <summary>What a guest is busy with.</summary>
public enum WorkloadKind
{
    /// <summary>Next to nothing.</summary>
    Idle,

    /// <summary>Transfers between accounts, each of them a record that is durable before it is acknowledged.</summary>
    Ledger,

    /// <summary>Requests that read pages and leave a line in a log each, which is flushed now and then.</summary>
    Web,

    /// <summary>One long file, through the guest's cache, until a size is reached or its disk is full.</summary>
    Fill,
}
