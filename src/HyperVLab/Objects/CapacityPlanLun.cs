using HyperVLab.Engine.Management.Consolidation;

namespace HyperVLab.Objects;

/// <summary>A LUN of a capacity plan.</summary>
public sealed class CapacityPlanLun
{
    private readonly PlannedLun _lun;

    internal CapacityPlanLun(PlannedLun lun) => _lun = lun;

    /// <summary>Its name.</summary>
    public string Name => _lun.Name;

    /// <summary>The cluster's name.</summary>
    public string Cluster => _lun.Cluster;

    /// <summary>Virtual machines whose disks are on it.</summary>
    public int VMCount => _lun.VMCount;

    /// <summary>How much of what may be filled is, in per cent.</summary>
    public double Filled => _lun.FilledPermille / 10.0;

    /// <summary>The percentile of its operations, in per cent of what it answers.</summary>
    public double Busy => _lun.OperationsPermille / 10.0;

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
