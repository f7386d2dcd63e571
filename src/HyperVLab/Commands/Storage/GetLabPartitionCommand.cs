using System.Management.Automation;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Storage;

/// <summary>Gets partitions as computers show them.</summary>
/// <example>
/// <code>Get-LabPartition 1 -ComputerName HVR2NODO1</code>
/// Lists the partitions of disk 1 of HVR2NODO1.
/// </example>
/// <example>
/// <code>Get-LabPartition -DriveLetter Q</code>
/// Shows on which disks the hosts have Q:.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabPartition")]
[OutputType(typeof(DiskPartition))]
public sealed class GetLabPartitionCommand : ComputerReadingCmdlet
{
    /// <summary>The disk numbers.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Number")]
    public int[]? DiskNumber { get; set; }

    /// <summary>The numbers of partitions on their disks.</summary>
    [Parameter(Position = 1)]
    public int[]? PartitionNumber { get; set; }

    /// <summary>Only partitions with these letters.</summary>
    [Parameter]
    public char[]? DriveLetter { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        IReadOnlySet<int>? scope = Scope;
        foreach (DiskPartition partition in StorageTargets.Partitions(Handle, scope))
        {
            if ((DiskNumber?.Contains(partition.DiskNumber) ?? true)
                && (PartitionNumber?.Contains(partition.PartitionNumber) ?? true)
                && (DriveLetter?.Any(partition.HasLetter) ?? true))
            {
                WriteObject(partition);
            }
        }
    }
}
