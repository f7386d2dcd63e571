using System.Buffers.Binary;

namespace HyperVLab.Disks.FileSystems.Ntfs;

/// <summary>A record of the master file table, checked: a file, or more of a file than fits one record.</summary>
internal sealed class NtfsRecord
{
    private const ushort InUseFlag = 1;
    private const ushort DirectoryFlag = 2;
    private const uint EndOfAttributes = uint.MaxValue;
    private const int HeaderBytes = 42;

    private NtfsRecord(DiskPlace place) => Place = place;

    /// <summary>The record's name and place.</summary>
    public DiskPlace Place { get; }

    /// <summary>How often the record was given to a file.</summary>
    public ushort Sequence { get; private init; }

    /// <summary>Whether a file has the record.</summary>
    public bool IsInUse { get; private init; }

    /// <summary>Whether the file is a directory.</summary>
    public bool IsDirectory { get; private init; }

    /// <summary>The record of the file that this one has more of; 0 for a file's own.</summary>
    public long BaseNumber { get; private init; }

    /// <summary>The attributes in the record's order.</summary>
    public List<NtfsAttribute> Attributes { get; } = [];

    /// <summary>Reads a record, whose bytes it keeps and changes.</summary>
    public static NtfsRecord Parse(byte[] bytes, DiskPlace place)
    {
        if (!bytes.AsSpan(0, 4).SequenceEqual("FILE"u8))
        {
            throw place.Broken("it does not start with FILE");
        }

        NtfsFixups.Undo(bytes, place);
        var flags = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(22));
        var record = new NtfsRecord(place)
        {
            Sequence = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(16)),
            IsInUse = (flags & InUseFlag) != 0,
            IsDirectory = (flags & DirectoryFlag) != 0,
            BaseNumber = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(32)) & NtfsFileTable.NumberMask,
        };
        record.ReadAttributes(bytes);
        return record;
    }

    private void ReadAttributes(byte[] bytes)
    {
        int at = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(20));
        var used = (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(24)), int.MaxValue);
        if (at < HeaderBytes || used > bytes.Length)
        {
            throw Place.Broken("its attributes are not within it");
        }

        while (true)
        {
            if (at > used - 4)
            {
                throw Place.Broken("its attributes have no end");
            }

            if (BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at)) == EndOfAttributes)
            {
                return;
            }

            var length = at > used - 24 ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at + 4));
            if (length < 24 || length % 8 != 0 || length > used - at)
            {
                throw Place.Broken($"an attribute at {at} has {length} bytes");
            }

            Attributes.Add(NtfsAttribute.Parse(bytes.AsMemory(at, (int)length), Place));
            at += (int)length;
        }
    }
}
