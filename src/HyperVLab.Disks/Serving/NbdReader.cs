using System.Diagnostics.CodeAnalysis;

namespace HyperVLab.Disks.Serving;

/// <summary>Answers reads: straight from the disk into what is sent, a piece at a time.</summary>
/// <param name="export">The disk.</param>
/// <param name="terms">What was agreed on.</param>
/// <param name="output">Where answers go.</param>
/// <param name="replies">How answers look.</param>
internal sealed class NbdReader(DiskExport export, NbdTerms terms, NbdOutput output, NbdReplies replies)
{
    /// <summary>Answers a read that has been checked.</summary>
    public ValueTask AnswerAsync(NbdRequest request)
    {
        var whole = new ExportRange((long)request.Offset, request.Length, IsZero: false);
        if (!terms.StructuredReplies)
        {
            return SimpleAsync(request, whole);
        }

        if (request.Length == 0)
        {
            return replies.PlainAsync(request, NbdError.None);
        }

        if ((request.Flags & NbdCommandFlags.DoNotFragment) == 0)
        {
            return PartsAsync(request, whole);
        }

        return request.Length > NbdLimits.PieceBytes
            ? replies.PlainAsync(request, NbdError.Overflow, "That is too much for one part.")
            : OnePartAsync(request, whole);
    }

    // The protocol has no way to report an error after the first byte: then the client is left.
    private async ValueTask SimpleAsync(NbdRequest request, ExportRange range)
    {
        var first = Math.Min(range.Length, NbdLimits.PieceBytes);
        await output.NeedAsync(NbdReplies.SimpleBytes + (int)first).ConfigureAwait(false);
        var mark = output.Count;
        replies.PutSimple(request, NbdError.None);
        if (TryRead(range with { Length = first }) is { } error)
        {
            output.CutTo(mark);
            await replies.PlainAsync(request, NbdErrors.Of(error), error.Message).ConfigureAwait(false);
            return;
        }

        foreach (var piece in Pieces(range.Offset + first, range.Length - first))
        {
            await output.NeedAsync((int)piece.Length).ConfigureAwait(false);
            if (TryRead(piece) is { } late)
            {
                throw new IOException("The disk failed in the middle of an answer.", late);
            }
        }
    }

    private async ValueTask OnePartAsync(NbdRequest request, ExportRange range)
    {
        if (await DataAsync(request, range, isLast: true).ConfigureAwait(false) is { } error)
        {
            await replies.PlainAsync(request, NbdErrors.Of(error), error.Message).ConfigureAwait(false);
        }
    }

    private async ValueTask PartsAsync(NbdRequest request, ExportRange range)
    {
        var end = range.Offset + range.Length;
        for (var at = range.Offset; at < end;)
        {
            if (TryPlan(at, end - at, out var plan) is { } error)
            {
                await replies.PlainAsync(request, NbdErrors.Of(error), error.Message).ConfigureAwait(false);
                return;
            }

            foreach (var part in plan)
            {
                at = part.Offset + part.Length;
                if (part.IsZero)
                {
                    await replies.HoleAsync(request, part, at == end).ConfigureAwait(false);
                }
                else if (await DataAsync(request, part, at == end).ConfigureAwait(false) is { } problem)
                {
                    await replies.PlainAsync(request, NbdErrors.Of(problem), problem.Message).ConfigureAwait(false);
                    return;
                }
            }
        }
    }

    private async ValueTask<Exception?> DataAsync(NbdRequest request, ExportRange range, bool isLast)
    {
        await output.NeedAsync(NbdReplies.DataHeaderBytes + (int)range.Length).ConfigureAwait(false);
        var mark = output.Count;
        replies.PutData(request, range, isLast);
        if (TryRead(range) is not { } error)
        {
            return null;
        }

        output.CutTo(mark);
        return error;
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever the disk throws is the client's to know.")]
    private Exception? TryRead(ExportRange range)
    {
        try
        {
            export.Read(range.Offset, output.Next((int)range.Length));
            return null;
        }
        catch (Exception error)
        {
            return error;
        }
    }

    // Short runs of zeros go as data, and data in pieces.
    [SuppressMessage("Design", "CA1031", Justification = "Whatever the disk throws is the client's to know.")]
    private Exception? TryPlan(long offset, long length, out List<ExportRange> plan)
    {
        plan = [];
        try
        {
            var data = new ExportRange(offset, 0, IsZero: false);
            foreach (var range in export.Ranges(offset, length, NbdLimits.MaximumStatusRanges))
            {
                if (range.IsZero && range.Length >= NbdLimits.SmallestHoleBytes)
                {
                    plan.AddRange(Pieces(data.Offset, data.Length));
                    plan.Add(range);
                    data = new ExportRange(range.Offset + range.Length, 0, IsZero: false);
                }
                else
                {
                    data = data with { Length = data.Length + range.Length };
                }
            }

            plan.AddRange(Pieces(data.Offset, data.Length));
            return null;
        }
        catch (Exception error)
        {
            return error;
        }
    }

    private static IEnumerable<ExportRange> Pieces(long offset, long length)
    {
        for (var end = offset + length; offset < end; offset += NbdLimits.PieceBytes)
        {
            yield return new ExportRange(offset, Math.Min(NbdLimits.PieceBytes, end - offset), IsZero: false);
        }
    }
}
