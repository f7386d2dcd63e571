namespace HyperVLab.Disks.Operations;

/// <summary>Writes to disks what is worth a place there.</summary>
internal static class DiskRuns
{
    /// <summary>Writes the sectors in which two ranges of bytes differ.</summary>
    public static void WriteDifferences(
        VirtualDisk disk, long offset, ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> before)
    {
        for (var at = 0; at < bytes.Length;)
        {
            at += bytes[at..].CommonPrefixLength(before[at..]);
            if (at >= bytes.Length)
            {
                return;
            }

            at = at / VirtualDisk.SectorBytes * VirtualDisk.SectorBytes;
            var end = at;
            do
            {
                end = Math.Min(bytes.Length, end + VirtualDisk.SectorBytes);
            }
            while (end < bytes.Length && !SameSector(bytes[end..], before[end..]));

            disk.Write(offset + at, bytes[at..end]);
            at = end;
        }
    }

    private static bool SameSector(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> before)
    {
        var count = Math.Min(bytes.Length, VirtualDisk.SectorBytes);
        return bytes[..count].SequenceEqual(before[..count]);
    }
}
