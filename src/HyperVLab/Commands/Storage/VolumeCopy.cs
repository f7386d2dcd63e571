using HyperVLab.Disks;
using HyperVLab.Disks.FileSystems;
using HyperVLab.Disks.Operations;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Commands.Storage;

/// <summary>
/// Copies files out of a volume inside a disk. A file has its name when all of it is there: until then it is under
/// another one, and is deleted if the copying ends before.
/// </summary>
/// <param name="volume">The volume.</param>
/// <param name="replaces">Whether files that are there are replaced.</param>
internal sealed class VolumeCopy(FoundVolume volume, bool replaces)
{
    private const int BufferBytes = 1 << 20;
    private const int HoleBytes = 64 * 1024;

    private readonly List<(VolumeFile File, string Target)> _files = [];
    private readonly List<(VolumeFile File, string Target)> _folders = [];
    private readonly List<string> _done = [];
    private readonly List<LabException> _failures = [];

    /// <summary>What was copied: folders first.</summary>
    public IReadOnlyList<string> Done => _done;

    /// <summary>What was not, and why.</summary>
    public IReadOnlyList<LabException> Failures => _failures;

    /// <summary>Plans to copy a file, or to make a folder.</summary>
    public void Add(VolumeFile file, string target) => (file.IsDirectory ? _folders : _files).Add((file, target));

    /// <summary>Copies what was planned, and gives the copies the times of the originals.</summary>
    /// <param name="work">Whom to tell, and whether to stop: files that are whole by then stay.</param>
    /// <exception cref="OperationCanceledException">It was to stop.</exception>
    public void Run(DiskWork work)
    {
        work.Expect(_files.Sum(static each => each.File.SizeBytes));
        foreach ((VolumeFile folder, string target) in _folders)
        {
            Try(folder, target, () => Directory.CreateDirectory(target));
        }

        foreach ((VolumeFile file, string target) in _files)
        {
            work.ThrowIfCancelled();
            Try(file, target, () => Copy(file, target, work));
        }

        // What is put into a folder changes its times.
        foreach ((VolumeFile folder, string target) in _folders.AsEnumerable().Reverse())
        {
            Try(folder, target, () => KeepTimes(folder, new DirectoryInfo(target)), isNew: false);
        }
    }

    private void Try(VolumeFile file, string target, Action action, bool isNew = true)
    {
        try
        {
            action();
            if (isNew)
            {
                _done.Add(target);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or DiskFormatException)
        {
            _failures.Add(ModuleErrors.FileInsideFailed.For(file.Path, file.Path, volume.Disk.Path, failure.Message));
        }
        catch (LabException refusal)
        {
            _failures.Add(refusal);
        }
    }

    private void Copy(VolumeFile file, string target, DiskWork work)
    {
        if (Path.Exists(target) && !(replaces && File.Exists(target)))
        {
            throw ModuleErrors.FileThere.For(target, target);
        }

        if (file.Problem is { } problem)
        {
            throw ModuleErrors.FileInsideFailed.For(file.Path, file.Path, volume.Disk.Path, problem);
        }

        string folder = Path.GetDirectoryName(target)!;
        Directory.CreateDirectory(folder);
        string partial = Path.Combine(folder, $".{Path.GetRandomFileName()}{DiskFiles.PartialSuffix}");
        try
        {
            using (Stream source = volume.Files.OpenRead(file.Path))
            using (var copy = new FileStream(partial, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1))
            {
                Fill(source, copy, work);
            }

            KeepTimes(file, new FileInfo(partial));
            File.Move(partial, target, replaces);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    // Zeros are left out, so that a sparse file does not grow on its way.
    private static void Fill(Stream source, FileStream copy, DiskWork work)
    {
        byte[] buffer = new byte[BufferBytes];
        for (int count; (count = source.Read(buffer)) > 0;)
        {
            for (int at = 0; at < count; at += HoleBytes)
            {
                ReadOnlySpan<byte> piece = buffer.AsSpan(at, Math.Min(HoleBytes, count - at));
                if (piece.ContainsAnyExcept((byte)0))
                {
                    copy.Write(piece);
                }
                else
                {
                    copy.Position += piece.Length;
                }
            }

            work.Advance(count);
        }

        copy.SetLength(copy.Position);
    }

    private static void KeepTimes(VolumeFile file, FileSystemInfo copy)
    {
        copy.CreationTimeUtc = file.Created?.UtcDateTime ?? copy.CreationTimeUtc;
        copy.LastAccessTimeUtc = file.Accessed?.UtcDateTime ?? copy.LastAccessTimeUtc;
        copy.LastWriteTimeUtc = file.Modified?.UtcDateTime ?? copy.LastWriteTimeUtc;
    }
}
