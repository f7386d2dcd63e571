using HyperVLab.Engine.Management;

namespace HyperVLab.Objects;

/// <summary>A live migration that would make loads more even, as Get-LabDynamicOptimization writes it.</summary>
public sealed class DynamicOptimizationMove
{
    private readonly OptimizationMove _move;

    internal DynamicOptimizationMove(OptimizationMove move) => _move = move;

    /// <summary>The virtual machine.</summary>
    public string VMName => _move.VM;

    /// <summary>The cluster.</summary>
    public string VMHostCluster => _move.Cluster;

    /// <summary>The host that is hot.</summary>
    public string SourceHost => _move.Source;

    /// <summary>The host that would take it.</summary>
    public string DestinationHost => _move.Target;

    /// <summary>Why, in a sentence.</summary>
    public string Reason => _move.Reason;

    /// <summary>How uneven the loads are before: the sum of squares of what hosts are off the mean.</summary>
    public double ImbalanceBefore => _move.ImbalanceBefore;

    /// <summary>How uneven they are then.</summary>
    public double ImbalanceAfter => _move.ImbalanceAfter;

    /// <summary>The machine and its way.</summary>
    public override string ToString() => $"{VMName}: {SourceHost} to {DestinationHost}";
}
