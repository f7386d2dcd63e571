using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace HyperVLab.Store.Undo;

/// <summary>What a file of the lab's folder was before something happened to it.</summary>
/// <param name="Kind">What is about to happen.</param>
/// <param name="Place">The file's path in the lab's folder, with slashes.</param>
/// <param name="Offset">Where the bytes stood; the file's length where it is touched for the first time.</param>
/// <param name="Count">How many bytes.</param>
/// <param name="Bytes">What they were; empty where they were zeros, or none are kept.</param>
internal sealed record UndoRecord(UndoKind Kind, string Place, long Offset, long Count, ReadOnlyMemory<byte> Bytes)
{
    // Length, then the first half of the content's SHA-256: what a kill left half written shows.
    private const int DigestBytes = 16;
    private const int HeadBytes = sizeof(int) + DigestBytes;
    private const int FixedBytes = 1 + (2 * sizeof(long)) + sizeof(int);

    /// <summary>The longest record: a whole granule and a long name.</summary>
    public const int MaximumBytes = (1 << 20) + (1 << 16);

    /// <summary>The record as it stands in the log.</summary>
    public byte[] ToBytes()
    {
        byte[] place = Encoding.UTF8.GetBytes(Place);
        byte[] all = new byte[HeadBytes + FixedBytes + place.Length + Bytes.Length];
        Span<byte> content = all.AsSpan(HeadBytes);
        content[0] = (byte)Kind;
        BinaryPrimitives.WriteInt64LittleEndian(content[1..], Offset);
        BinaryPrimitives.WriteInt64LittleEndian(content[9..], Count);
        BinaryPrimitives.WriteInt32LittleEndian(content[17..], place.Length);
        place.CopyTo(content[FixedBytes..]);
        Bytes.Span.CopyTo(content[(FixedBytes + place.Length)..]);
        BinaryPrimitives.WriteInt32LittleEndian(all, content.Length);
        SHA256.HashData(content).AsSpan(0, DigestBytes).CopyTo(all.AsSpan(sizeof(int)));
        return all;
    }

    /// <summary>Reads the records of a log up to its end, or to where a kill broke it off.</summary>
    public static IEnumerable<UndoRecord> ReadAll(Stream log)
    {
        byte[] head = new byte[HeadBytes];
        while (log.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false) == HeadBytes)
        {
            int length = BinaryPrimitives.ReadInt32LittleEndian(head);
            if (length is < FixedBytes or > MaximumBytes || length > log.Length - log.Position)
            {
                yield break;
            }

            byte[] content = new byte[length];
            log.ReadExactly(content);
            if (!SHA256.HashData(content).AsSpan(0, DigestBytes).SequenceEqual(head.AsSpan(sizeof(int)))
                || Read(content) is not { } record)
            {
                yield break;
            }

            yield return record;
        }
    }

    private static UndoRecord? Read(byte[] content)
    {
        int place = BinaryPrimitives.ReadInt32LittleEndian(content.AsSpan(17));
        return place < 0 || place > content.Length - FixedBytes || !Enum.IsDefined((UndoKind)content[0])
            ? null
            : new UndoRecord(
                (UndoKind)content[0],
                Encoding.UTF8.GetString(content, FixedBytes, place),
                BinaryPrimitives.ReadInt64LittleEndian(content.AsSpan(1)),
                BinaryPrimitives.ReadInt64LittleEndian(content.AsSpan(9)),
                content.AsMemory(FixedBytes + place));
    }
}
