namespace HyperVLab.Disks.Vhdx;

/// <summary>The two headers of a file: the one that counts, and the place where the next one is written.</summary>
internal sealed class VhdxHeaders
{
    /// <summary>How many bytes stand before the first region.</summary>
    public const int SectionBytes = 1024 * 1024;

    /// <summary>Where the headers stand.</summary>
    public static readonly long[] Offsets = [64 * 1024, 128 * 1024];

    private int _slot;

    private VhdxHeaders(VhdxHeader current, int slot)
    {
        Current = current;
        _slot = slot;
    }

    /// <summary>The header that counts.</summary>
    public VhdxHeader Current { get; private set; }

    /// <summary>Where the header that counts stands.</summary>
    public long CurrentOffset => Offsets[_slot];

    /// <summary>What is wrong with the other header, otherwise null.</summary>
    public DiskFormatException? Damage { get; private init; }

    /// <summary>Whether both headers have the same number, as disk2vhd writes them.</summary>
    public bool AreTwins { get; private init; }

    /// <summary>Reads the headers and picks the one that counts.</summary>
    /// <exception cref="DiskFormatException">Neither is good, or they contradict each other.</exception>
    public static VhdxHeaders Read(IDiskFile file)
    {
        if (file.Length < SectionBytes)
        {
            throw new DiskFormatException(
                "VHDX file", 0, $"it has {file.Length} bytes, fewer than its header section of 1 MB");
        }

        var first = Read(file, Offsets[0], out var firstError);
        var second = Read(file, Offsets[1], out var secondError);
        if (first is null && second is null)
        {
            throw firstError!;
        }

        var twins = first?.SequenceNumber == second?.SequenceNumber;
        if (twins && first != second)
        {
            throw new DiskFormatException(
                "VHDX header", Offsets[1], $"both headers have the number {first!.SequenceNumber}, but they differ");
        }

        var slot = second is not null && (first is null || second.SequenceNumber > first.SequenceNumber) ? 1 : 0;
        var headers = new VhdxHeaders((slot == 0 ? first : second)!, slot)
        {
            Damage = firstError ?? secondError,
            AreTwins = twins,
        };
        headers.Current.Check(headers.CurrentOffset, file.Length);
        return headers;
    }

    /// <summary>Writes a header over the one that does not count; when it returns it does, and is durable.</summary>
    /// <exception cref="DiskFormatException">The headers' numbers are used up.</exception>
    public void Write(IDiskFile file, VhdxHeader header)
    {
        if (Current.SequenceNumber == ulong.MaxValue)
        {
            throw new DiskFormatException("VHDX header", CurrentOffset, "its number cannot grow any more");
        }

        header = header with { SequenceNumber = Current.SequenceNumber + 1 };
        file.Write(Offsets[1 - _slot], header.ToBytes());
        file.Flush();
        _slot = 1 - _slot;
        Current = header;
    }

    private static VhdxHeader? Read(IDiskFile file, long offset, out DiskFormatException? error)
    {
        error = null;
        var bytes = new byte[VhdxHeader.LengthBytes];
        file.Read(offset, bytes);
        try
        {
            return VhdxHeader.FromBytes(bytes, offset);
        }
        catch (DiskFormatException exception)
        {
            error = exception;
            return null;
        }
    }
}
