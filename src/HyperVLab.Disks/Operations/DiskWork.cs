namespace HyperVLab.Disks.Operations;

/// <summary>
/// What a long operation is given: whom to tell how far it is, and whether to stop. Safe for several threads.
/// </summary>
/// <param name="progress">Who is told, on the thread that works; null for nobody.</param>
/// <param name="cancellation">When to stop.</param>
public sealed class DiskWork(IProgress<DiskProgress>? progress = null, CancellationToken cancellation = default)
{
    private long _done;
    private long _total;

    /// <summary>Work that tells nobody and that nobody stops. Each call makes a new one.</summary>
    public static DiskWork Unwatched => new();

    /// <summary>When to stop.</summary>
    public CancellationToken Cancellation => cancellation;

    /// <summary>The bytes that are done.</summary>
    public long DoneBytes => Interlocked.Read(ref _done);

    /// <summary>Says that there is more to do.</summary>
    /// <param name="bytes">How many bytes more.</param>
    public void Expect(long bytes)
    {
        Interlocked.Add(ref _total, bytes);
        Report();
    }

    /// <summary>Says that a part is done.</summary>
    /// <param name="bytes">How many bytes, zeros that were skipped included.</param>
    /// <exception cref="OperationCanceledException">The work is to stop.</exception>
    public void Advance(long bytes)
    {
        Interlocked.Add(ref _done, bytes);
        Report();
        ThrowIfCancelled();
    }

    /// <summary>Stops the work if that is asked for.</summary>
    /// <exception cref="OperationCanceledException">The work is to stop.</exception>
    public void ThrowIfCancelled() => cancellation.ThrowIfCancellationRequested();

    private void Report()
        => progress?.Report(new DiskProgress(Interlocked.Read(ref _done), Interlocked.Read(ref _total)));
}
