namespace HyperVLab.Disks.Vmdk;

/// <summary>What a descriptor says of one extent.</summary>
/// <param name="SizeBytes">How many bytes of the disk it has.</param>
/// <param name="Type">FLAT, VMFS, SPARSE, ZERO or another, in capitals.</param>
/// <param name="Name">The file's name as written; hostile.</param>
/// <param name="OffsetBytes">Where a flat one starts in its file, in bytes.</param>
internal sealed record VmdkExtentLine(long SizeBytes, string Type, string Name, long OffsetBytes);
