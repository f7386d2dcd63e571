using System.Buffers;
using System.Net.Sockets;
using System.Threading.Channels;

namespace HyperVLab.Disks.Serving;

/// <summary>
/// One client: requests are read ahead while earlier ones are done. Nothing that it does is more than its own end.
/// </summary>
/// <param name="socket">The connection.</param>
/// <param name="export">The disk.</param>
/// <param name="options">How long things may take.</param>
/// <param name="stopping">When the server ends.</param>
internal sealed class NbdSession(
    Socket socket, DiskExport export, NbdServerOptions options, CancellationToken stopping)
{
    private readonly NbdInput _input = new(socket);
    private readonly NbdOutput _output = new(socket);

    /// <summary>Serves the client until it or the server ends.</summary>
    public async Task RunAsync()
    {
        try
        {
            await ServeAsync().ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or SocketException or OperationCanceledException
            or ObjectDisposedException)
        {
            // The client went away, was too slow, does not speak the protocol, or the server ends: it is left.
        }
        finally
        {
            Abort();
        }
    }

    /// <summary>Leaves the client at once.</summary>
    public void Abort() => socket.Dispose();

    private async Task ServeAsync()
    {
        var terms = await AgreeAsync().ConfigureAwait(false);
        if (terms is null)
        {
            return;
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var queue = Channel.CreateBounded<NbdWork>(
            new BoundedChannelOptions(NbdLimits.WaitingPieces) { SingleReader = true, SingleWriter = true });
        var answers = new NbdAnswers(export, terms, _output, stopping);
        var answering = Task.Run(() => AnswerAsync(answers, queue.Reader, ending), CancellationToken.None);
        try
        {
            await ReceiveAsync(terms, queue.Writer, ending.Token).ConfigureAwait(false);
        }
        finally
        {
            queue.Writer.Complete();
            await answering.ConfigureAwait(false);
        }
    }

    private async Task<NbdTerms?> AgreeAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        limit.CancelAfter(options.HandshakeTimeout);
        await using var abort = limit.Token.Register(Abort).ConfigureAwait(false);
        return await new NbdHandshake(export, _input, _output).RunAsync(limit.Token).ConfigureAwait(false);
    }

    private static async Task AnswerAsync(
        NbdAnswers answers, ChannelReader<NbdWork> requests, CancellationTokenSource ending)
    {
        try
        {
            await answers.RunAsync(requests).ConfigureAwait(false);
        }
        finally
        {
            await ending.CancelAsync().ConfigureAwait(false);
            while (requests.TryRead(out var work))
            {
                work.Return();
            }
        }
    }

    private async Task ReceiveAsync(NbdTerms terms, ChannelWriter<NbdWork> queue, CancellationToken cancellation)
    {
        while (true)
        {
            var header = await _input.TakeAsync(NbdRequest.HeaderBytes, cancellation).ConfigureAwait(false);
            var request = NbdRequest.Parse(header.Span);
            if (request.Command == NbdCommand.Disconnect)
            {
                return;
            }

            var error = request.Check(export.SizeBytes, export.IsReadOnly, terms.KnowsStatus);
            if (request.Command == NbdCommand.Write && error == NbdError.None)
            {
                await ReceiveWriteAsync(request, queue, cancellation).ConfigureAwait(false);
                continue;
            }

            if (request.Command == NbdCommand.Write)
            {
                await SkipWriteAsync(request, cancellation).ConfigureAwait(false);
            }

            await queue.WriteAsync(new NbdWork(request, error), cancellation).ConfigureAwait(false);
        }
    }

    private ValueTask SkipWriteAsync(NbdRequest request, CancellationToken cancellation)
        => request.Length <= NbdLimits.MaximumSkippedBytes
            ? _input.SkipAsync(request.Length, cancellation)
            : throw new NbdProtocolException($"A write has {request.Length} bytes.");

    private async ValueTask ReceiveWriteAsync(
        NbdRequest request, ChannelWriter<NbdWork> queue, CancellationToken cancellation)
    {
        var left = (int)request.Length;
        var offset = (long)request.Offset;
        do
        {
            var count = Math.Min(left, NbdLimits.PieceBytes);
            var piece = ArrayPool<byte>.Shared.Rent(count);
            try
            {
                await _input.FillAsync(piece.AsMemory(0, count), cancellation).ConfigureAwait(false);
                left -= count;
                var work = new NbdWork(request, NbdError.None, piece, offset, count, left == 0);
                await queue.WriteAsync(work, cancellation).ConfigureAwait(false);
            }
            catch
            {
                ArrayPool<byte>.Shared.Return(piece);
                throw;
            }

            offset += count;
        }
        while (left > 0);
    }
}
