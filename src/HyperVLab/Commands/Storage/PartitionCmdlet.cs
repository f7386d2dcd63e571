using System.Management.Automation;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Storage;

/// <summary>A cmdlet that changes where a computer shows a partition, and writes the partition when asked.</summary>
public abstract class PartitionCmdlet : VolumeCmdlet
{
    /// <summary>Writes the partition. Without it, nothing is written.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected sealed override object? OutputOf(object result, int computer) =>
        PassThru ? ((DiskPartition)result).On(computer) : null;
}
