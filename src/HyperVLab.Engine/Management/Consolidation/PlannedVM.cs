namespace HyperVLab.Engine.Management.Consolidation;

/// <summary>A server of a plan as the virtual machine that it becomes.</summary>
/// <param name="Server">The server.</param>
/// <param name="MemoryMegabytes">Its memory.</param>
/// <param name="ProcessorCount">Its virtual processors.</param>
/// <param name="DiskMegabytes">What its disks take of a volume, room for growth included.</param>
/// <param name="Host">The host's name.</param>
/// <param name="Lun">The LUN's name.</param>
public sealed record PlannedVM(
    ServerDescription Server, int MemoryMegabytes, int ProcessorCount, long DiskMegabytes, string Host, string Lun);
