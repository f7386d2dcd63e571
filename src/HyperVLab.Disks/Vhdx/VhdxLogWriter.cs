using System.Buffers.Binary;

namespace HyperVLab.Disks.Vhdx;

/// <summary>
/// Writes changes of tables and bitmaps into the log before they are made in their places. The log holds one entry at
/// a time that matters: when the next is written, all that came before is in its place and durable.
/// </summary>
internal sealed class VhdxLogWriter(IDiskFile file, VhdxHeaders headers)
{
    private Guid _identifier;
    private long _next;
    private ulong _sequenceNumber;

    /// <summary>How many pages an entry can have: it must not overwrite the entry before it.</summary>
    public int MaximumPages => (int)(Log.Length / 2 / VhdxLimits.PageBytes) - 4;

    private ByteRange Log => headers.Current.Log;

    /// <summary>Writes an entry; when it returns, the changes happen even if the power is lost.</summary>
    /// <param name="pages">Where pages of 4 KiB stand in the file, and what they are to be.</param>
    /// <remarks>The caller has flushed the file before, and makes the changes in their places after.</remarks>
    public void Write(IReadOnlyList<(long Offset, byte[] Bytes)> pages)
    {
        if (headers.Current.LogIdentifier == Guid.Empty)
        {
            (_next, _sequenceNumber) = (0, 0);
            _identifier = VhdxIdentifiers.Derive(
                headers.Current.FileWriteIdentifier, "log", headers.Current.SequenceNumber);
        }

        var entry = ToBytes(pages);
        var first = (int)Math.Min(entry.Length, Log.Length - _next);
        file.Write(Log.Offset + _next, entry.AsSpan(0, first));
        file.Write(Log.Offset, entry.AsSpan(first));
        file.Flush();
        _next = (_next + entry.Length) % Log.Length;
        _sequenceNumber++;

        // The header names the log only now, so that a log which it names always has a good entry.
        if (headers.Current.LogIdentifier == Guid.Empty)
        {
            headers.Write(file, headers.Current with { LogIdentifier = _identifier });
        }
    }

    /// <summary>
    /// Empties the log, once its changes are in their places. Both headers say so, as those of Windows do, so that
    /// neither leads to an entry that knows another length of the file.
    /// </summary>
    public void Empty()
    {
        if (headers.Current.LogIdentifier != Guid.Empty)
        {
            file.Flush();
            headers.Write(file, headers.Current with { LogIdentifier = Guid.Empty });
            headers.Write(file, headers.Current);
        }
    }

    private byte[] ToBytes(IReadOnlyList<(long Offset, byte[] Bytes)> pages)
    {
        var number = _sequenceNumber + 1;
        var headBytes = (int)VhdxLogEntry.HeadBytes(pages.Count);
        var entry = new byte[headBytes + (pages.Count * VhdxLimits.PageBytes)];
        for (var i = 0; i < pages.Count; i++)
        {
            var (offset, bytes) = pages[i];
            var descriptor = entry.AsSpan(VhdxLogEntry.HeaderBytes + (i * VhdxLogEntry.DescriptorBytes));
            "desc"u8.CopyTo(descriptor);
            bytes.AsSpan(VhdxLimits.PageBytes - 4).CopyTo(descriptor[4..]);
            bytes.AsSpan(0, 8).CopyTo(descriptor[8..]);
            BinaryPrimitives.WriteInt64LittleEndian(descriptor[16..], offset);
            BinaryPrimitives.WriteUInt64LittleEndian(descriptor[24..], number);

            var sector = entry.AsSpan(headBytes + (i * VhdxLimits.PageBytes), VhdxLimits.PageBytes);
            bytes.CopyTo(sector);
            "data"u8.CopyTo(sector);
            BinaryPrimitives.WriteUInt32LittleEndian(sector[4..], (uint)(number >> 32));
            BinaryPrimitives.WriteUInt32LittleEndian(sector[^4..], (uint)number);
        }

        "loge"u8.CopyTo(entry);
        BinaryPrimitives.WriteInt32LittleEndian(entry.AsSpan(8), entry.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(entry.AsSpan(12), (uint)_next);
        BinaryPrimitives.WriteUInt64LittleEndian(entry.AsSpan(16), number);
        BinaryPrimitives.WriteInt32LittleEndian(entry.AsSpan(24), pages.Count);
        _identifier.TryWriteBytes(entry.AsSpan(32));
        BinaryPrimitives.WriteInt64LittleEndian(entry.AsSpan(48), file.Length);
        BinaryPrimitives.WriteInt64LittleEndian(entry.AsSpan(56), file.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(entry.AsSpan(4), VhdxChecksum.Of(entry, 4));
        return entry;
    }
}
