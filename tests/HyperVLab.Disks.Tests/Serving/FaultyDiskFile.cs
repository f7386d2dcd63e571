namespace HyperVLab.Disks.Tests.Serving;

/// <summary>A file whose storage fails when it is told to.</summary>
internal sealed class FaultyDiskFile(IDiskFile file) : IDiskFile
{
    /// <summary>What reads and writes throw; null as long as all is well.</summary>
    public Func<Exception>? Fault { get; set; }

    /// <summary>What each read and write waits for; null as long as all is well.</summary>
    public ManualResetEventSlim? Gate { get; set; }

    public long Length => file.Length;

    public bool IsReadOnly => false;

    public void Read(long offset, Span<byte> buffer)
    {
        Meet();
        file.Read(offset, buffer);
    }

    public void Write(long offset, ReadOnlySpan<byte> data)
    {
        Meet();
        file.Write(offset, data);
    }

    public void SetLength(long length)
    {
        Meet();
        file.SetLength(length);
    }

    public void Flush()
    {
        Meet();
        file.Flush();
    }

    public ByteRange? NextData(long offset) => file.NextData(offset);

    public void Dispose()
    {
    }

    private void Meet()
    {
        Gate?.Wait();
        if (Fault is not null)
        {
            throw Fault();
        }
    }
}
