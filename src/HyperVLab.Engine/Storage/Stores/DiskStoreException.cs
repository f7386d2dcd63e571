namespace HyperVLab.Engine.Storage;

/// <summary>
/// The computer on which the lab runs could not keep or give back bytes: its disk is full, or a file is gone.
/// </summary>
public sealed class DiskStoreException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What this computer said.</param>
    /// <param name="inner">Its own exception.</param>
    public DiskStoreException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>Runs work on files and reports every failure of this computer as this exception.</summary>
    internal static T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new DiskStoreException(failure.Message, failure);
        }
    }
}
