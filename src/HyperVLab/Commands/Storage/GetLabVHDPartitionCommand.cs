using System.Management.Automation;
using HyperVLab.Disks.FileSystems;
using HyperVLab.Engine.Storage;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Commands.Storage;

/// <summary>Lists the partitions inside virtual hard disks and raw images, and what their volumes say of
/// themselves.</summary>
/// <remarks>
/// Master boot records with logical partitions and GUID partition tables are read, and disks that are one volume
/// without a table. No volume is mounted and nothing is changed. A disk without partitions gives nothing.
/// </remarks>
/// <example>
/// <code>Get-LabVHDPartition ./web01.vhd</code>
/// Lists the partitions with their file systems and free space.
/// </example>
/// <example>
/// <code>Get-ChildItem *.vhd | Get-LabVHDPartition | Where-Object IsDirty</code>
/// Lists volumes that were not closed.
/// </example>
/// <example>
/// <code>Get-LabVHDPartition C:\ClusterStorage\Volume1\web01\web01.vhd -ComputerName HVR2NODO1</code>
/// Reads a disk of a host of the lab.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabVHDPartition", DefaultParameterSetName = "Path")]
[OutputType(typeof(VirtualHardDiskPartition))]
public sealed class GetLabVHDPartitionCommand : VhdContentCmdlet
{
    /// <summary>Only partitions of these numbers.</summary>
    [Parameter(Position = 1)]
    public int[]? PartitionNumber { get; set; }

    /// <inheritdoc/>
    private protected override void Read(OpenedDisk disk, LabHandle? lab)
    {
        FreeSpaceMap map = Run("Reading the volumes of", disk, FreeSpaceMap.Read);
        if (map.TableProblem is { } problem)
        {
            throw ModuleErrors.PartitionsUnreadable.For(disk.Path, disk.Path, problem);
        }

        foreach (string warning in map.Table?.Warnings ?? [])
        {
            WriteWarning($"{disk.Path}: {warning}");
        }

        foreach (var partition in map.Table?.Partitions ?? [])
        {
            if (PartitionNumber?.Contains(partition.Number) ?? true)
            {
                VolumeDescription? volume = map.Volumes.FirstOrDefault(report => report.Partition == partition)?.Volume;
                WriteObject(new VirtualHardDiskPartition(disk, map.Table!.Scheme, partition, volume));
            }
        }
    }
}
