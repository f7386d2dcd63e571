using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace HyperVLab.Disks.FileSystems.Ntfs;

/// <summary>Whether a volume was left in order, and who may still count on what lies on it.</summary>
internal static class NtfsState
{
    private const ushort DirtyFlag = 0x0001;
    private const ushort CheckUnderwayFlag = 0x4000;
    private const ushort LogIsCleanFlag = 0x0002;
    private const ushort NoClient = 0xFFFF;
    private const int LogPageBytes = 4096;

    /// <summary>The volume's label.</summary>
    public static string Label(NtfsFileTable files)
        => files.Open(NtfsFileTable.Volume).Value(NtfsAttribute.VolumeName) is { } name
            ? new string(MemoryMarshal.Cast<byte, char>(name.Span)) : "";

    /// <summary>Whether the volume is marked for checking.</summary>
    public static bool IsMarkedDirty(NtfsFileTable files)
    {
        var volume = files.Open(NtfsFileTable.Volume);
        if (volume.Value(NtfsAttribute.VolumeInformation) is not { Length: >= 12 } information)
        {
            throw volume.Place.Broken("it does not say in which state the volume is");
        }

        var flags = BinaryPrimitives.ReadUInt16LittleEndian(information.Span[10..]);
        return (flags & (DirtyFlag | CheckUnderwayFlag)) != 0;
    }

    /// <summary>
    /// Whether the journal may hold changes that the volume's structures lack: a machine that lost power sets no flag.
    /// </summary>
    public static bool IsLogOpen(NtfsFileTable files)
    {
        using var log = files.Open(NtfsFileTable.LogFile).Open(NtfsAttribute.Data);
        var first = new byte[LogPageBytes];
        var second = new byte[LogPageBytes];
        log.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        log.ReadAtLeast(second, second.Length, throwOnEndOfStream: false);

        // A journal of ones is one that was emptied.
        if (!first.AsSpan().ContainsAnyExcept((byte)0xFF) && !second.AsSpan().ContainsAnyExcept((byte)0xFF))
        {
            return false;
        }

        // Of the two restart pages the one with the higher sequence number holds.
        var pages = new[] { first, second }.Where(IsRestartPage).ToList();
        if (pages.Count == 0)
        {
            return true;
        }

        var latest = pages.MaxBy(page => BinaryPrimitives.ReadInt64LittleEndian(Area(page)))!;
        return BinaryPrimitives.ReadUInt16LittleEndian(Area(latest)[12..]) != NoClient
            && (BinaryPrimitives.ReadUInt16LittleEndian(Area(latest)[14..]) & LogIsCleanFlag) == 0;
    }

    /// <summary>Whether a Windows sleeps on the volume: then the first page of its memory file is not zeros.</summary>
    public static bool IsHibernated(NtfsFileTable files)
    {
        var root = files.Open(NtfsFileTable.Root);
        var entry = NtfsDirectory.Names(root)
            .FirstOrDefault(name => name.Name.Equals("hiberfil.sys", StringComparison.OrdinalIgnoreCase));
        if (entry is null)
        {
            return false;
        }

        var start = new byte[LogPageBytes];
        using var content = files.Open(entry.Number, entry.Sequence).Open(NtfsAttribute.Data);
        content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return start.AsSpan().ContainsAnyExcept((byte)0);
    }

    private static ReadOnlySpan<byte> Area(byte[] page)
        => page.AsSpan(BinaryPrimitives.ReadUInt16LittleEndian(page.AsSpan(24)));

    private static bool IsRestartPage(byte[] page)
        => (page.AsSpan(0, 4).SequenceEqual("RSTR"u8) || page.AsSpan(0, 4).SequenceEqual("CHKD"u8))
            && BinaryPrimitives.ReadUInt16LittleEndian(page.AsSpan(24)) is >= 30 and <= 480;
}
