using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Management;

/// <summary>A transfer as it stands now.</summary>
public sealed record TransferView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>The number of the job that waits for it.</summary>
    public required int JobKey { get; init; }

    /// <summary>The server whose job that is.</summary>
    public required string VMMServer { get; init; }

    /// <summary>The account of the job; null for the lab itself.</summary>
    public string? Owner { get; init; }

    /// <summary>The computer that has it.</summary>
    public required string Source { get; init; }

    /// <summary>The computer that gets it.</summary>
    public required string Target { get; init; }

    /// <summary>The file that is sent, in its volume; null where it is none.</summary>
    public string? RemoteName { get; init; }

    /// <summary>Where it arrives, by its full path; null for no file.</summary>
    public string? LocalName { get; init; }

    /// <summary>How it gets on.</summary>
    public required TransferState State { get; init; }

    /// <summary>How urgent it is.</summary>
    public required TransferPriority Priority { get; init; }

    /// <summary>How much of the slower link it takes at most; null for idle bandwidth only.</summary>
    public int? BandwidthPercent { get; init; }

    /// <summary>How much it is.</summary>
    public required long BytesTotal { get; init; }

    /// <summary>How much has arrived.</summary>
    public required long BytesTransferred { get; init; }

    /// <summary>How fast it arrives now, in bytes a second.</summary>
    public required long BytesPerSecond { get; init; }

    /// <summary>When all will have arrived at this rate; null where it does not go on.</summary>
    public TimeSpan? TimeLeft { get; init; }

    /// <summary>What holds it back; empty where nothing does.</summary>
    public required string Bottleneck { get; init; }

    /// <summary>The checksum of what is sent; null where no bytes are kept.</summary>
    public string? Checksum { get; init; }

    /// <summary>What was sent, without a break each.</summary>
    public required IReadOnlyList<TransferStretch> Stretches { get; init; }

    /// <summary>How often it could not go on.</summary>
    public required int ErrorCount { get; init; }

    /// <summary>Why it cannot go on; null where it can.</summary>
    public string? Error { get; init; }

    /// <summary>When it is tried again, since the lab began; null where no try is foreseen.</summary>
    public TimeSpan? RetryAt { get; init; }

    /// <summary>After how many seconds one that cannot go on is tried again.</summary>
    public required int RetryInterval { get; init; }

    /// <summary>For how many seconds one is tried without any progress.</summary>
    public required int RetryTimeout { get; init; }

    /// <summary>When it began.</summary>
    public required TimeSpan CreationTime { get; init; }

    /// <summary>When all of it had arrived.</summary>
    public TimeSpan? CompletionTime { get; init; }

    internal static TransferView Of(LabState lab, Transfer transfer)
    {
        VmmOperation operation = lab.VmmOperations[transfer.Operation];
        long bytes = TransferWays.BytesAt(lab, transfer);
        long rate = TransferWays.BytesPerSecond(lab, transfer);
        return new TransferView
        {
            Key = transfer.Key.Number,
            Name = transfer.Name,
            JobKey = operation.Job.Number,
            VMMServer = lab.VmmServers[operation.Server].Name,
            Owner = lab.Accounts.Find(lab.Jobs.Find(operation.Job)?.Caller.Account)?.Name,
            Source = lab.NameOf(transfer.Source),
            Target = lab.NameOf(transfer.Target),
            RemoteName = lab.StoredFiles.Find(transfer.File)?.Path,
            LocalName = transfer.TargetPath,
            State = transfer.State,
            Priority = transfer.Priority,
            BandwidthPercent = transfer.BandwidthPercent,
            BytesTotal = transfer.BytesTotal,
            BytesTransferred = bytes,
            BytesPerSecond = rate,
            TimeLeft = rate > 0 ? TransferTime.Of(transfer.BytesTotal - bytes, rate) : null,
            Bottleneck = lab.Flows.Find(transfer.Flow)?.Bottleneck ?? string.Empty,
            Checksum = transfer.Checksum,
            Stretches = transfer.Stretches,
            ErrorCount = transfer.ErrorCount,
            Error = transfer.ErrorKey is { } key
                ? LabError.All[key].For(transfer.Name, [.. transfer.ErrorArguments]).Message
                : null,
            RetryAt = transfer.State == TransferState.TransientError ? transfer.Due : null,
            RetryInterval = (int)TransferSettings.RetryInterval.TotalSeconds,
            RetryTimeout = (int)TransferSettings.RetryTimeout.TotalSeconds,
            CreationTime = transfer.CreationTime,
            CompletionTime = transfer.CompletionTime,
        };
    }
}
