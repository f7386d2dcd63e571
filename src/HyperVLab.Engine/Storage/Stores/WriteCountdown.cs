namespace HyperVLab.Engine.Storage;

/// <summary>Counts the writes to the files of disks and does something in place of one of them.</summary>
/// <param name="writes">Which, from 1.</param>
/// <param name="act">What it does.</param>
internal sealed class WriteCountdown(int writes, Action act)
{
    private int _left = writes;

    /// <summary>A write is about to happen.</summary>
    public void Count()
    {
        if (Interlocked.Decrement(ref _left) == 0)
        {
            act();
        }
    }
}
