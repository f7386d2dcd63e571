namespace HyperVLab.Disks.Tests;

/// <summary>A file that stays open when the disk over it is disposed.</summary>
internal sealed class KeptFile(IDiskFile file) : IDiskFile
{
    public long Length => file.Length;

    public bool IsReadOnly => file.IsReadOnly;

    public void Read(long offset, Span<byte> buffer) => file.Read(offset, buffer);

    public void Write(long offset, ReadOnlySpan<byte> data) => file.Write(offset, data);

    public void SetLength(long length) => file.SetLength(length);

    public void Flush() => file.Flush();

    public void CopyRange(long offset, IDiskFile target, long targetOffset, long count)
        => file.CopyRange(offset, target == this ? file : target, targetOffset, count);

    public void PunchHole(long offset, long count) => file.PunchHole(offset, count);

    public ByteRange? NextData(long offset) => file.NextData(offset);

    public void Dispose()
    {
    }
}
