using System.Text;

namespace HyperVLab.Disks.Serving;

/// <summary>Puts answers to requests into the output, as the client wants them.</summary>
/// <param name="terms">What was agreed on.</param>
/// <param name="output">Where the answers go.</param>
internal sealed class NbdReplies(NbdTerms terms, NbdOutput output)
{
    /// <summary>The length of an answer without parts, and without bytes.</summary>
    public const int SimpleBytes = 16;

    /// <summary>The length of what stands before the bytes of a part with data.</summary>
    public const int DataHeaderBytes = PartHeaderBytes + sizeof(ulong);

    private const int PartHeaderBytes = 20;
    private const int StatusBytes = 8;
    private const int MostMessageBytes = 512;
    private const ushort Done = 1;
    private const ushort None = 0;
    private const ushort OffsetData = 1;
    private const ushort OffsetHole = 2;
    private const ushort BlockStatus = 5;
    private const ushort Failed = 0x8001;
    private const uint HoleOfZeros = 3;

    /// <summary>Answers without bytes.</summary>
    /// <param name="request">What is answered.</param>
    /// <param name="error">What went wrong.</param>
    /// <param name="message">The same in words, for a client that can show them.</param>
    public async ValueTask PlainAsync(NbdRequest request, NbdError error, string message = "")
    {
        await output.NeedAsync(PartHeaderBytes + MostMessageBytes + 16).ConfigureAwait(false);
        if (!terms.StructuredReplies || (error == NbdError.None && request.Command != NbdCommand.Read))
        {
            PutSimple(request, error);
        }
        else if (error == NbdError.None)
        {
            PutPart(request, Done, None, 0);
        }
        else
        {
            var text = message.Length * 3 <= MostMessageBytes ? message : message[..(MostMessageBytes / 3)];
            var length = Encoding.UTF8.GetByteCount(text);
            PutPart(request, Done, Failed, sizeof(uint) + sizeof(ushort) + length);
            output.Put((uint)error);
            output.Put((ushort)length);
            output.Put(text);
        }
    }

    /// <summary>Puts in the start of an answer without parts.</summary>
    public void PutSimple(NbdRequest request, NbdError error)
    {
        output.Put(NbdMagic.SimpleReply);
        output.Put((uint)error);
        output.Put(request.Cookie);
    }

    /// <summary>Puts in the start of a part with data; the bytes follow.</summary>
    public void PutData(NbdRequest request, ExportRange range, bool isLast)
    {
        PutPart(request, isLast ? Done : None, OffsetData, sizeof(ulong) + (int)range.Length);
        output.Put((ulong)range.Offset);
    }

    /// <summary>Puts in a part that stands for zeros.</summary>
    public async ValueTask HoleAsync(NbdRequest request, ExportRange range, bool isLast)
    {
        await output.NeedAsync(PartHeaderBytes + 12).ConfigureAwait(false);
        PutPart(request, isLast ? Done : None, OffsetHole, 12);
        output.Put((ulong)range.Offset);
        output.Put((uint)range.Length);
    }

    /// <summary>Answers what is allocated.</summary>
    public async ValueTask StatusAsync(NbdRequest request, IReadOnlyList<ExportRange> ranges)
    {
        var length = sizeof(uint) + (StatusBytes * ranges.Count);
        await output.NeedAsync(PartHeaderBytes + length).ConfigureAwait(false);
        PutPart(request, Done, BlockStatus, length);
        output.Put(NbdTerms.AllocationContext);
        foreach (var range in ranges)
        {
            output.Put((uint)range.Length);
            output.Put(range.IsZero ? HoleOfZeros : 0u);
        }
    }

    private void PutPart(NbdRequest request, ushort flags, ushort type, int length)
    {
        output.Put(NbdMagic.StructuredReply);
        output.Put(flags);
        output.Put(type);
        output.Put(request.Cookie);
        output.Put((uint)length);
    }
}
