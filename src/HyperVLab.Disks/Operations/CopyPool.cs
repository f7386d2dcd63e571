using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace HyperVLab.Disks.Operations;

/// <summary>
/// Copies pieces into a new file that reads as zeros so far, on several threads where all files allow it. Each piece
/// has its own place, so the outcome does not depend on who is first. Whoever adds the pieces is told of progress,
/// errors and cancellation on his own thread.
/// </summary>
internal sealed class CopyPool : IDisposable
{
    private const int BufferBytes = 1024 * 1024;
    private const int BatchPieces = 256;
    private const int WaitingTasks = 16;
    private const int MaximumThreads = 4;
    private static readonly TimeSpan _reportInterval = TimeSpan.FromMilliseconds(100);

    // File systems let one thread at a time write a file; who waits for that in the system burns a processor.
    private readonly Lock _door = new();
    private readonly IDiskFile _target;
    private readonly DiskWork _work;
    private readonly CancellationTokenSource _stop;
    private readonly BlockingCollection<Action<byte[]>> _tasks = new(WaitingTasks);
    private readonly Task[] _threads;
    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(BufferBytes);
    private List<CopyPiece> _batch = [];
    private long _batchBytes;
    private long _copied;
    private Exception? _failure;

    /// <summary>Makes a pool that writes one file.</summary>
    public CopyPool(IDiskFile target, DiskWork work)
    {
        _target = target;
        _work = work;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(work.Cancellation);
        var count = target.IsConcurrent ? Math.Min(Environment.ProcessorCount, MaximumThreads) : 0;
        _threads = new Task[count];
        for (var i = 0; i < count; i++)
        {
            _threads[i] = Task.Factory.StartNew(
                Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
    }

    /// <summary>Copies a piece, now or soon.</summary>
    /// <exception cref="OperationCanceledException">The work is to stop.</exception>
    public void Add(CopyPiece piece)
    {
        if (_threads.Length == 0 || !piece.File.IsConcurrent)
        {
            Copy(piece, _buffer);
            Report();
            return;
        }

        while (piece.Length > 0)
        {
            var part = piece.Take(Math.Min(piece.Length, BufferBytes - (piece.TargetOffset % BufferBytes)));
            _batch.Add(part);
            _batchBytes += part.Length;
            if (_batchBytes >= BufferBytes || _batch.Count == BatchPieces)
            {
                SendBatch();
            }

            piece = piece.From(part.Length);
        }
    }

    /// <summary>Looks for the first data in some pieces, now or soon.</summary>
    public DataSearch Search(List<CopyPiece> pieces)
    {
        var search = new DataSearch(pieces);
        if (_threads.Length > 0 && pieces.TrueForAll(piece => piece.File.IsConcurrent))
        {
            Send(search.Run);
        }
        else
        {
            search.Run(_buffer);
        }

        return search;
    }

    /// <summary>Returns when a search is done.</summary>
    /// <exception cref="OperationCanceledException">The work is to stop.</exception>
    public void WaitFor(DataSearch search)
    {
        while (!search.Wait(_reportInterval))
        {
            Report();
        }
    }

    /// <summary>Says that bytes are done without being copied, since they are zeros.</summary>
    public void Skip(long bytes) => Interlocked.Add(ref _copied, bytes);

    /// <summary>Returns when all pieces are copied.</summary>
    /// <exception cref="OperationCanceledException">The work is to stop.</exception>
    public void Finish()
    {
        SendBatch();
        _tasks.CompleteAdding();
        while (!Task.WaitAll(_threads, _reportInterval))
        {
            Report();
        }

        Report();
    }

    /// <summary>Stops what is still going on.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        Task.WaitAll(_threads);
        _tasks.Dispose();
        _stop.Dispose();
    }

    private void SendBatch()
    {
        if (_batch.Count > 0)
        {
            var batch = _batch;
            Send(buffer => Copy(batch, buffer));
            (_batch, _batchBytes) = ([], 0);
        }
    }

    private void Send(Action<byte[]> task)
    {
        while (!_tasks.TryAdd(task, _reportInterval))
        {
            Report();
        }

        Report();
    }

    private void Report()
    {
        if (Volatile.Read(ref _failure) is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        _work.Advance(Interlocked.Exchange(ref _copied, 0));
    }

    private void Work()
    {
        try
        {
            var buffer = GC.AllocateUninitializedArray<byte>(BufferBytes);
            foreach (var task in _tasks.GetConsumingEnumerable(_stop.Token))
            {
                task(buffer);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Whoever adds pieces has seen it, or is about to.
        }
        catch (Exception error)
        {
            Interlocked.CompareExchange(ref _failure, error, null);
            _stop.Cancel();
        }
    }

    private void Copy(List<CopyPiece> batch, byte[] buffer)
    {
        foreach (var piece in batch)
        {
            _stop.Token.ThrowIfCancellationRequested();
            Copy(piece, buffer);
        }
    }

    private void Copy(CopyPiece piece, byte[] buffer)
    {
        while (piece.Length > 0)
        {
            var bytes = buffer.AsSpan(0, (int)Math.Min(piece.Length, buffer.Length));
            piece.File.Read(piece.Offset, bytes);
            for (var at = ZeroSearch.NextData(bytes, 0); at < bytes.Length;)
            {
                var next = ZeroSearch.EndOfRun(bytes, at, out var length);
                lock (_door)
                {
                    _target.Write(piece.TargetOffset + at, bytes.Slice(at, length));
                }

                at = next;
            }

            Interlocked.Add(ref _copied, bytes.Length);
            piece = piece.From(bytes.Length);
        }
    }
}
