using Microsoft.Win32.SafeHandles;

namespace HyperVLab.Disks;

/// <summary>
/// A file of this computer. A writer has the file to itself: nothing else of .NET opens it meanwhile, not for
/// reading either, since Unix knows only shared and exclusive locks. Any number may read.
/// </summary>
public sealed class FileDiskFile : IDiskFile
{
    private readonly SafeFileHandle _handle;

    private FileDiskFile(string path, FileMode mode, bool readOnly)
    {
        FilePath = Path.GetFullPath(path);
        IsReadOnly = readOnly;
        var access = readOnly ? FileAccess.Read : FileAccess.ReadWrite;
        _handle = File.OpenHandle(FilePath, mode, access, readOnly ? FileShare.Read : FileShare.None);
        if (mode == FileMode.CreateNew)
        {
            FileHoles.Allow(_handle);
        }
    }

    /// <summary>The full path on this computer.</summary>
    public string FilePath { get; }

    /// <inheritdoc/>
    public bool IsReadOnly { get; }

    /// <inheritdoc/>
    public long Length => RandomAccess.GetLength(_handle);

    /// <inheritdoc/>
    public bool IsConcurrent => true;

    /// <summary>Makes an empty file for reading and writing.</summary>
    /// <param name="path">Where; nothing may be there yet.</param>
    /// <returns>The file.</returns>
    /// <exception cref="IOException">There is a file of that name, or it cannot be made.</exception>
    public static FileDiskFile CreateNew(string path) => new(path, FileMode.CreateNew, readOnly: false);

    /// <summary>Opens a file that is there.</summary>
    /// <param name="path">Where.</param>
    /// <param name="readOnly">Whether it is opened for reading only.</param>
    /// <returns>The file.</returns>
    /// <exception cref="IOException">It is not there, or another writer has it.</exception>
    public static FileDiskFile Open(string path, bool readOnly) => new(path, FileMode.Open, readOnly);

    /// <summary>Opens a whole disk of this computer, for reading.</summary>
    /// <param name="path">Its device: <c>/dev/sdb</c>, or <c>\\.\PhysicalDrive1</c> on Windows.</param>
    /// <returns>The disk's bytes.</returns>
    /// <exception cref="UnauthorizedAccessException">The caller is no administrator.</exception>
    /// <exception cref="IOException">It is not there, is no disk, or its size is not told.</exception>
    public static IDiskFile OpenDevice(string path) => new DeviceDiskFile(path);

    /// <inheritdoc/>
    public void Read(long offset, Span<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var count = RandomAccess.Read(_handle, buffer, offset);
            if (count == 0)
            {
                throw new EndOfStreamException($"{FilePath} ends at {Length}, before {offset} + {buffer.Length}.");
            }

            offset += count;
            buffer = buffer[count..];
        }
    }

    /// <inheritdoc/>
    public void Write(long offset, ReadOnlySpan<byte> data)
    {
        ThrowIfReadOnly();
        RandomAccess.Write(_handle, data, offset);
    }

    /// <inheritdoc/>
    public void SetLength(long length)
    {
        ThrowIfReadOnly();
        RandomAccess.SetLength(_handle, length);
    }

    /// <inheritdoc/>
    public void Flush()
    {
        if (!IsReadOnly)
        {
            RandomAccess.FlushToDisk(_handle);
        }
    }

    /// <inheritdoc/>
    public void CopyRange(long offset, IDiskFile target, long targetOffset, long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var done = 0L;
        if (BorrowedDiskFile.Behind(target) is FileDiskFile file)
        {
            file.ThrowIfReadOnly();
            done = KernelCopy.Copy(_handle, offset, file._handle, targetOffset, count);
        }

        DiskFileExtensions.CopyThroughMemory(this, offset + done, target, targetOffset + done, count - done);
    }

    /// <inheritdoc/>
    public void PunchHole(long offset, long count)
    {
        ThrowIfReadOnly();
        var within = Math.Min(count, Length - offset);
        if (within > 0 && !FileHoles.Punch(_handle, offset, within))
        {
            DiskFileExtensions.WriteZeros(this, offset, within);
        }
    }

    /// <inheritdoc/>
    public ByteRange? NextData(long offset) => FileHoles.NextData(_handle, offset, Length);

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();

    private void ThrowIfReadOnly()
    {
        if (IsReadOnly)
        {
            throw new NotSupportedException($"{FilePath} is open for reading only.");
        }
    }
}
