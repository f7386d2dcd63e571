namespace HyperVLab.Disks.Vhdx;

/// <summary>A change that the log holds: bytes of the file, and what they are to be.</summary>
/// <param name="Offset">The first byte of the file.</param>
/// <param name="LengthBytes">How many bytes; 4096 unless they are to be zeros.</param>
/// <param name="Source">Where in the file the data sector of the log stands; -1 for zeros.</param>
/// <param name="Leading">The first eight bytes, which have no room in the data sector.</param>
/// <param name="Trailing">The last four bytes, likewise.</param>
internal readonly record struct VhdxLogChange(
    long Offset, long LengthBytes, long Source, ulong Leading, uint Trailing)
{
    /// <summary>The first byte of the file after the change.</summary>
    public long End => Offset + LengthBytes;

    /// <summary>Whether the bytes are to be zeros.</summary>
    public bool IsZeros => Source < 0;

    /// <summary>Reads what the 4096 bytes are to be.</summary>
    public void ReadData(IDiskFile file, Span<byte> page)
    {
        file.Read(Source, page);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64LittleEndian(page, Leading);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32LittleEndian(page[^4..], Trailing);
    }
}
