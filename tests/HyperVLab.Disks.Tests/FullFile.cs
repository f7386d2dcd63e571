namespace HyperVLab.Disks.Tests;

/// <summary>A file on storage that has no room beyond an offset.</summary>
internal sealed class FullFile(IDiskFile file, long limit) : IDiskFile
{
    public long Length => file.Length;

    public bool IsReadOnly => false;

    public bool IsConcurrent => file.IsConcurrent;

    public void Read(long offset, Span<byte> buffer) => file.Read(offset, buffer);

    public void Write(long offset, ReadOnlySpan<byte> data)
    {
        if (offset + data.Length > limit)
        {
            throw new IOException("No space left.");
        }

        file.Write(offset, data);
    }

    public void SetLength(long length) => file.SetLength(length);

    public void Flush() => file.Flush();

    public ByteRange? NextData(long offset) => file.NextData(offset);

    public void Dispose()
    {
    }
}
