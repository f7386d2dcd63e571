using HyperVLab.Engine.Management;
using HyperVLab.Engine.Requests;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A transfer, as Get-LabTransfer writes it: its properties have the names of Get-BitsTransfer's.</summary>
public sealed class FileTransfer : LabObject<TransferView, Transfer>
{
    internal FileTransfer(LabHandle handle, TransferView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>Its number.</summary>
    public int JobId => Number;

    /// <summary>What it is called.</summary>
    public string DisplayName => View.Name;

    /// <summary>How it gets on.</summary>
    public TransferState JobState => View.State;

    /// <summary>How urgent it is.</summary>
    public TransferPriority Priority => View.Priority;

    /// <summary>How much of the slower link it takes at most, idle or not; empty for idle bandwidth only.</summary>
    public int? BandwidthPercent => View.BandwidthPercent;

    /// <summary>The computer that has it.</summary>
    public string Source => View.Source;

    /// <summary>The computer that gets it.</summary>
    public string Destination => View.Target;

    /// <summary>The file that is sent, in its volume; empty where it is none.</summary>
    public string? RemoteName => View.RemoteName;

    /// <summary>Where it arrives, by its full path.</summary>
    public string? LocalName => View.LocalName;

    /// <summary>How much it is, in bytes.</summary>
    public long BytesTotal => View.BytesTotal;

    /// <summary>How much has arrived, in bytes.</summary>
    public long BytesTransferred => View.BytesTransferred;

    /// <summary>How much of it has arrived, 0 to 100.</summary>
    public int PercentComplete => BytesTotal == 0 ? 100 : (int)((Int128)BytesTransferred * 100 / BytesTotal);

    /// <summary>How fast it arrives now, in bytes a second.</summary>
    public long TransferRate => View.BytesPerSecond;

    /// <summary>When all will have arrived at this rate; empty where it does not go on.</summary>
    public TimeSpan? TimeLeft => View.TimeLeft;

    /// <summary>What holds it back: a link or a processor; empty where nothing does.</summary>
    public string Bottleneck => View.Bottleneck;

    /// <summary>The checksum of what is sent; empty where no bytes are kept.</summary>
    public string? Checksum => View.Checksum;

    /// <summary>The parts that were sent without a break.</summary>
    public TransferStretch[] Stretches => [.. View.Stretches];

    /// <summary>How often it could not go on.</summary>
    public int TransientErrorCount => View.ErrorCount;

    /// <summary>Why it cannot go on; empty where it can.</summary>
    public string? ErrorDescription => View.Error;

    /// <summary>When it is tried again, or given up, since the lab began; empty where it goes on.</summary>
    public TimeSpan? RetryTime => View.RetryAt;

    /// <summary>After how many seconds it is tried again.</summary>
    public int RetryInterval => View.RetryInterval;

    /// <summary>For how many seconds it is tried without any progress.</summary>
    public int RetryTimeout => View.RetryTimeout;

    /// <summary>The account whose job waits for it.</summary>
    public string? OwnerAccount => View.Owner;

    /// <summary>The job that waits for it.</summary>
    public LabJobInfo? Job => Handle.Lab.View<JobView>(View.JobKey) is { } job
        ? LabObjects.Of<LabJobInfo>(Handle, job)
        : null;

    /// <summary>The server whose job that is.</summary>
    public string VMMServer => View.VMMServer;

    /// <summary>When it began, since the lab began.</summary>
    public TimeSpan CreationTime => View.CreationTime;

    /// <summary>When all of it had arrived.</summary>
    public TimeSpan? TransferCompletionTime => View.CompletionTime;

    /// <summary>What it is called.</summary>
    public override string ToString() => DisplayName;
}
