namespace HyperVLab.Disks;

/// <summary>
/// The bytes that a virtual disk is kept in, read and written at any place. An implementation need not be safe for
/// several threads. Failures of the storage underneath are <see cref="IOException"/>.
/// </summary>
public interface IDiskFile : IDisposable
{
    /// <summary>The length in bytes.</summary>
    long Length { get; }

    /// <summary>Whether writing is refused.</summary>
    bool IsReadOnly { get; }

    /// <summary>Fills the whole buffer.</summary>
    /// <param name="offset">Where to start, in bytes.</param>
    /// <param name="buffer">What to fill.</param>
    /// <exception cref="EndOfStreamException">The file ends before the buffer is full.</exception>
    void Read(long offset, Span<byte> buffer);

    /// <summary>Writes the whole buffer; the file grows if need be, and what it skips over reads as zeros.</summary>
    /// <param name="offset">Where to start, in bytes.</param>
    /// <param name="data">What to write.</param>
    /// <exception cref="NotSupportedException">The file is read-only.</exception>
    void Write(long offset, ReadOnlySpan<byte> data);

    /// <summary>Cuts the file or makes it longer; what is added reads as zeros and should cost no space.</summary>
    /// <param name="length">The new length in bytes.</param>
    /// <exception cref="NotSupportedException">The file is read-only.</exception>
    void SetLength(long length);

    /// <summary>Returns when everything written so far would survive a loss of power.</summary>
    void Flush();

    /// <summary>Whether several threads may read and write different ranges at once.</summary>
    bool IsConcurrent => false;

    /// <summary>Copies a range into another file, as the system does it best.</summary>
    /// <param name="offset">Where to start here, in bytes.</param>
    /// <param name="target">The file to write; not this one, unless the ranges lie apart.</param>
    /// <param name="targetOffset">Where to start there, in bytes.</param>
    /// <param name="count">How many bytes.</param>
    /// <exception cref="EndOfStreamException">This file ends before that.</exception>
    void CopyRange(long offset, IDiskFile target, long targetOffset, long count)
        => DiskFileExtensions.CopyThroughMemory(this, offset, target, targetOffset, count);

    /// <summary>Makes a range of the file read as zeros, and frees its space where the system can.</summary>
    /// <param name="offset">Where to start, in bytes.</param>
    /// <param name="count">How many bytes; the file's length stays as it is.</param>
    /// <exception cref="NotSupportedException">The file is read-only.</exception>
    void PunchHole(long offset, long count) => DiskFileExtensions.WriteZeros(this, offset, count);

    /// <summary>
    /// Finds the next range that may hold something else than zeros. It is a hint: a range may be all zeros, but what
    /// lies between the ranges is.
    /// </summary>
    /// <param name="offset">Where to start looking, in bytes.</param>
    /// <returns>The range, starting at or after <paramref name="offset"/>; null if only zeros follow.</returns>
    ByteRange? NextData(long offset);
}
