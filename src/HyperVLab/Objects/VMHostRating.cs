using HyperVLab.Engine.Management;

namespace HyperVLab.Objects;

/// <summary>How well a host suits a virtual machine, as Get-LabVMHostRating writes it.</summary>
public sealed class VMHostRating
{
    private readonly VMHostRatingView _view;

    internal VMHostRating(VMHostRatingView view) => _view = view;

    /// <summary>The host.</summary>
    public string VMHost => _view.VMHost;

    /// <summary>The host, by which other cmdlets take it from the pipeline.</summary>
    public string Name => _view.VMHost;

    /// <summary>What is to be placed.</summary>
    public string VMName => _view.VMName;

    /// <summary>Stars from 0 to 5 in halves; 0 for a host that cannot take it.</summary>
    public double Rating => _view.Rating;

    /// <summary>What the rating comes from.</summary>
    public string Description => _view.Description;

    /// <summary>Why the host cannot take it, a sentence each; empty where it can.</summary>
    public string[] ZeroRatingReasonList => [.. _view.ZeroRatingReasons];

    /// <summary>The ids of these reasons.</summary>
    public string[] ZeroRatingReasonIdList => [.. _view.ZeroRatingIds];

    /// <summary>What speaks against the host all the same, a sentence each.</summary>
    public string[] WarningReasonList => [.. _view.Warnings];

    /// <summary>What its processors would do with the machine, in percent of all.</summary>
    public int ExpectedCPUUtilization => _view.ExpectedCpuPercent;

    /// <summary>What its machines would have of memory, in megabytes.</summary>
    public long ExpectedMemoryMB => _view.ExpectedMemoryBytes >> 20;

    /// <summary>What is left of the memory that its reserve leaves, in megabytes, without the machine.</summary>
    public long AvailableMemoryMB => _view.MemoryLeftBytes >> 20;

    /// <summary>The host and its stars.</summary>
    public override string ToString() => FormattableString.Invariant($"{VMHost}: {Rating}");
}
