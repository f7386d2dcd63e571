using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>
/// What the guest of a virtual machine is busy with, as Get-LabWorkload writes it. Whatever it says is acknowledged
/// stands in the virtual hard disk's file by then.
/// </summary>
public sealed class GuestWorkload : LabObject<WorkloadView, Workload>
{
    internal GuestWorkload(LabHandle handle, WorkloadView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>The virtual machine.</summary>
    public string VMName => View.VMName;

    /// <summary>The virtual machine's identifier.</summary>
    public Guid VMId => View.VMId;

    /// <summary>The host.</summary>
    public string ComputerName => View.ComputerName;

    /// <summary>What it does.</summary>
    public WorkloadKind Kind => View.Kind;

    /// <summary>Whether it gets on, and why not.</summary>
    public WorkloadState State => View.State;

    /// <summary>How many operations a second it is asked for.</summary>
    public int Rate => View.Rate;

    /// <summary>How many it makes now, in a second: what it is asked for, or what the way to its disk takes.</summary>
    public double OperationsPerSecond => View.OperationsPerSecond;

    /// <summary>After how many operations it flushes; 0 where each is written through.</summary>
    public int FlushEvery => View.FlushEvery;

    /// <summary>How many operations it has made; after a crash, counted from what its disk had.</summary>
    public long Operations => View.Operations;

    /// <summary>How many operations its guest was told are durable.</summary>
    public long Acknowledged => View.Acknowledged;

    /// <summary>How many of these its guest did not find again after a crash.</summary>
    public long Lost => View.Lost;

    /// <summary>How many torn records its guest found.</summary>
    public int Torn => View.Torn;

    /// <summary>How many operations failed and were tried again.</summary>
    public long Retries => View.Retries;

    /// <summary>How much a fill is to write, in bytes; null for what is no fill.</summary>
    public long? SizeBytes => View.SizeBytes;

    /// <summary>What its operations are drawn from.</summary>
    public long Seed => View.Seed;

    /// <summary>The virtual hard disk that it writes to.</summary>
    public string? Path => View.Path;

    /// <summary>When it was started, since the lab began.</summary>
    public TimeSpan StartTime => View.StartTime;

    /// <summary>The virtual machine and what it does.</summary>
    public override string ToString() => $"{VMName}: {Kind}";
}
