using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace HyperVLab.Disks.Serving;

/// <summary>Does a client's requests one after another, and answers them.</summary>
/// <param name="export">The disk.</param>
/// <param name="terms">What was agreed on.</param>
/// <param name="output">Where answers go.</param>
/// <param name="stopping">When the server ends: what waits then is answered with ESHUTDOWN.</param>
internal sealed class NbdAnswers(DiskExport export, NbdTerms terms, NbdOutput output, CancellationToken stopping)
{
    private const int StepBytes = 64 * 1024 * 1024;
    private const int MostUnsentAnswers = 8;

    private readonly NbdReplies _replies = new(terms, output);
    private readonly NbdReader _reader = new(export, terms, output, new NbdReplies(terms, output));
    private (NbdError Error, string Message) _write;

    /// <summary>Works until there is nothing more to come.</summary>
    /// <param name="requests">What is to be done.</param>
    /// <exception cref="IOException">The client cannot be reached, or the disk failed in the middle of an
    /// answer.</exception>
    public async Task RunAsync(ChannelReader<NbdWork> requests)
    {
        while (await requests.WaitToReadAsync(CancellationToken.None).ConfigureAwait(false))
        {
            for (var unsent = 1; requests.TryRead(out var work); unsent++)
            {
                await AnswerAsync(work).ConfigureAwait(false);
                if (unsent % MostUnsentAnswers == 0)
                {
                    await output.SendAsync().ConfigureAwait(false);
                }
            }

            await output.SendAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask AnswerAsync(NbdWork work)
    {
        try
        {
            await DoAndAnswerAsync(work).ConfigureAwait(false);
        }
        finally
        {
            work.Return();
        }
    }

    private async ValueTask DoAndAnswerAsync(NbdWork work)
    {
        var request = work.Request;
        var error = work.Error == NbdError.None && stopping.IsCancellationRequested ? NbdError.Shutdown : work.Error;
        if (request.Command == NbdCommand.Read && error == NbdError.None)
        {
            await _reader.AnswerAsync(request).ConfigureAwait(false);
            return;
        }

        List<ExportRange> ranges = [];
        (NbdError Error, string Message) result = error == NbdError.None ? Try(work, out ranges) : (error, "");
        if (request.Command == NbdCommand.Write)
        {
            _write = _write.Error == NbdError.None ? result : _write;
            if (!work.IsLast)
            {
                return;
            }

            result = _write;
            _write = default;
        }

        if (request.Command == NbdCommand.BlockStatus && result.Error == NbdError.None)
        {
            await _replies.StatusAsync(request, ranges).ConfigureAwait(false);
        }
        else
        {
            await _replies.PlainAsync(request, result.Error, result.Message).ConfigureAwait(false);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever the disk throws is the client's to know.")]
    private (NbdError Error, string Message) Try(NbdWork work, out List<ExportRange> ranges)
    {
        ranges = [];
        try
        {
            if (work.Request.Command == NbdCommand.BlockStatus)
            {
                var one = (work.Request.Flags & NbdCommandFlags.OneRange) != 0;
                ranges = export.Ranges(
                    (long)work.Request.Offset, work.Request.Length, one ? 1 : NbdLimits.MaximumStatusRanges);
            }

            return (Do(work), "");
        }
        catch (Exception error)
        {
            return (NbdErrors.Of(error), error.Message);
        }
    }

    private NbdError Do(NbdWork work)
    {
        var request = work.Request;
        var error = request.Command switch
        {
            NbdCommand.Write => Write(work),
            NbdCommand.Trim => InSteps(request, StepBytes, export.Trim),
            NbdCommand.WriteZeroes => WriteZeroes(request),
            _ => NbdError.None,
        };
        var isDurable = request.Command == NbdCommand.Flush
            || (request.Changes && work.IsLast && (request.Flags & NbdCommandFlags.ForceUnitAccess) != 0);
        if (isDurable && error == NbdError.None)
        {
            export.Flush();
        }

        return error;
    }

    private NbdError Write(NbdWork work)
    {
        if (_write.Error == NbdError.None && work.Count > 0)
        {
            export.Write(work.Offset, work.Piece.AsSpan(0, work.Count));
        }

        return NbdError.None;
    }

    private NbdError WriteZeroes(NbdRequest request)
    {
        var noHole = (request.Flags & NbdCommandFlags.NoHole) != 0;
        if ((request.Flags & NbdCommandFlags.FastZero) != 0)
        {
            return !noHole && export.IsZero((long)request.Offset, request.Length)
                ? NbdError.None : NbdError.NotSupported;
        }

        if (!noHole)
        {
            return InSteps(request, StepBytes, export.WriteZeroes);
        }

        var zeros = new byte[(int)Math.Min(request.Length, NbdLimits.PieceBytes)];
        return InSteps(
            request, NbdLimits.PieceBytes, (offset, length) => export.Write(offset, zeros.AsSpan(0, (int)length)));
    }

    // Others get their turn at the disk between two steps.
    private NbdError InSteps(NbdRequest request, int step, Action<long, long> act)
    {
        for (long done = 0; done < request.Length; done += step)
        {
            if (stopping.IsCancellationRequested)
            {
                return NbdError.Shutdown;
            }

            act((long)request.Offset + done, Math.Min(step, request.Length - done));
        }

        return NbdError.None;
    }
}
