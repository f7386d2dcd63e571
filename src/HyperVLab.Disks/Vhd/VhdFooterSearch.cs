namespace HyperVLab.Disks.Vhd;

/// <summary>
/// Finds the footer that counts: the trailing one (of 512 or, in old images, 511 bytes), and if that is damaged the
/// copy at the start, which only a dynamic or differencing disk has (VHD specification 1.0, "Hard Disk Footer Format").
/// </summary>
internal sealed class VhdFooterSearch
{
    private readonly List<string> _warnings = [];

    private VhdFooterSearch(VhdFooter footer, byte[] bytes, long? trailingOffset, VhdFooter? copy)
    {
        Footer = footer;
        Bytes = bytes;
        TrailingOffset = trailingOffset;
        Copy = copy;
    }

    /// <summary>The footer that counts.</summary>
    public VhdFooter Footer { get; }

    /// <summary>Its 512 bytes as they stand in the file.</summary>
    public byte[] Bytes { get; }

    /// <summary>Whether the trailing footer is one of 511 bytes.</summary>
    public bool IsOld { get; private init; }

    /// <summary>Where the trailing footer stands; null if it is damaged or missing.</summary>
    public long? TrailingOffset { get; }

    /// <summary>
    /// What the copy at offset 0 says; null where it is damaged, and of a fixed disk, which has none.
    /// </summary>
    public VhdFooter? Copy { get; }

    /// <summary>
    /// Whether the copy is good and leads to the same header, though it says something else: whoever changed the disk
    /// was stopped between the two. The trailing footer counts; the specification keeps the copy in case it is lost.
    /// </summary>
    public bool IsBetweenChanges =>
        TrailingOffset is not null && Copy is { } copy && copy != Footer
        && (copy.Type, copy.DataOffset, copy.Timestamp) == (Footer.Type, Footer.DataOffset, Footer.Timestamp);

    /// <summary>Whether nothing needs to be repaired before the file grows.</summary>
    public bool CopiesAreGood => _warnings.Count == 0;

    /// <summary>What was found damaged.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>Looks for the footer.</summary>
    /// <exception cref="DiskFormatException">There is no good footer.</exception>
    public static VhdFooterSearch In(IDiskFile file)
    {
        var length = file.Length;
        var offset = length - VhdFooter.LengthBytes;
        var (trailing, bytes) = TryRead(file, offset, VhdFooter.LengthBytes, out var problem);
        var old = trailing is null;
        if (old)
        {
            offset = length - VhdFooter.OldLengthBytes;
            (trailing, bytes) = TryRead(file, offset, VhdFooter.OldLengthBytes, out _);
        }

        var (head, headBytes) = TryRead(file, 0, VhdFooter.LengthBytes, out _);
        if (trailing is null)
        {
            return head is null || head.Type == VhdType.Fixed ? throw problem! : FromHead(head, headBytes, problem!);
        }

        var isFixed = trailing.Type == VhdType.Fixed;
        var search = new VhdFooterSearch(trailing, bytes, offset, isFixed ? null : head) { IsOld = old };
        if (old)
        {
            search._warnings.Add("The trailing footer has 511 bytes, as images from before Virtual PC 2004.");
        }

        if (!isFixed && !headBytes.AsSpan().SequenceEqual(bytes))
        {
            search._warnings.Add(search.IsBetweenChanges
                ? "The footer's copy at offset 0 says what the disk was before a change; the trailing footer counts."
                : "The footer's copy at offset 0 is damaged or differs; the trailing footer counts.");
        }

        return search;
    }

    private static VhdFooterSearch FromHead(VhdFooter head, byte[] bytes, DiskFormatException problem)
    {
        var search = new VhdFooterSearch(head, bytes, trailingOffset: null, head);
        search._warnings.Add($"The copy at offset 0 is used, since the trailing footer is damaged. {problem.Message}");
        return search;
    }

    private static (VhdFooter? Footer, byte[] Bytes) TryRead(
        IDiskFile file, long offset, int count, out DiskFormatException? problem)
    {
        problem = null;
        if (offset < 0 || file.Length < offset + count)
        {
            problem = new DiskFormatException("VHD footer", 0, $"a file of {file.Length} bytes has no room for it");
            return (null, []);
        }

        var bytes = new byte[VhdFooter.LengthBytes];
        file.Read(offset, bytes.AsSpan(0, count));
        try
        {
            return (VhdFooter.FromBytes(bytes, offset), bytes);
        }
        catch (DiskFormatException error)
        {
            problem = error;
            return (null, []);
        }
    }
}
