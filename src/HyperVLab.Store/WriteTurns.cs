namespace HyperVLab.Store;

/// <summary>
/// Lets many who wait for a write share it: one of them writes what all have taken down so far, and those who come
/// meanwhile share the next one.
/// </summary>
internal sealed class WriteTurns
{
    private readonly object _gate = new();
    private long _done;
    private bool _isWriting;

    /// <summary>Returns when everything up to a number is written.</summary>
    /// <param name="number">The number of what was taken down last.</param>
    /// <param name="write">
    /// Writes everything, and returns the number of what was taken down last by then; never called twice at once.
    /// </param>
    public void Share(long number, Func<long> write)
    {
        lock (_gate)
        {
            while (_done < number && _isWriting)
            {
                Monitor.Wait(_gate);
            }

            if (_done >= number)
            {
                return;
            }

            _isWriting = true;
        }

        long done = 0;
        try
        {
            done = write();
        }
        finally
        {
            lock (_gate)
            {
                (_isWriting, _done) = (false, Math.Max(_done, done));
                Monitor.PulseAll(_gate);
            }
        }
    }
}
