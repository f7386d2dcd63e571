namespace HyperVLab.Disks.Operations;

/// <summary>
/// Makes disk files of this computer so that there is never half a disk under the name that was asked for: the file
/// grows under another name beside it, and gets its own when everything is on the storage. What a killed program leaves
/// is a file whose name ends with <see cref="PartialSuffix"/>.
/// </summary>
public static class DiskFiles
{
    /// <summary>What the name of a file ends with that is not whole yet.</summary>
    public const string PartialSuffix = ".partial";

    /// <summary>Makes a file.</summary>
    /// <param name="path">Where; nothing may be there.</param>
    /// <param name="write">Writes the file, which is empty. It stays open however often a disk over it is
    /// disposed.</param>
    /// <param name="work">Whether to stop, in which case the file is not kept.</param>
    /// <exception cref="IOException">There is a file of that name, or it cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was to stop; nothing is left of the file.</exception>
    public static void Create(string path, Action<IDiskFile> write, DiskWork work)
    {
        path = Path.GetFullPath(path);
        ThrowIfThere(path);
        var partial = $"{path}.{Path.GetRandomFileName()}{PartialSuffix}";
        try
        {
            using (var file = FileDiskFile.CreateNew(partial))
            {
                write(new BorrowedDiskFile(file));
                work.ThrowIfCancelled();
                file.Flush();
            }

            work.ThrowIfCancelled();
            ThrowIfThere(path);
            File.Move(partial, path, overwrite: false);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }

        FolderFlush.Flush(Path.GetDirectoryName(path)!);
    }

    /// <summary>Makes an empty disk.</summary>
    /// <param name="path">Where; nothing may be there.</param>
    /// <param name="creation">What the disk is to be.</param>
    /// <param name="parents">Who finds the parent of a differencing disk.</param>
    /// <exception cref="IOException">There is a file of that name, or it cannot be written.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The format has no such disk.</exception>
    /// <exception cref="DiskParentException">The parent is missing, is another disk, or leads back.</exception>
    public static void Create(string path, DiskCreation creation, IParentResolver? parents = null)
        => Create(path, file => VirtualDisk.Create(file, creation, parents).Dispose(), DiskWork.Unwatched);

    /// <summary>Converts a disk, as <see cref="DiskConversion"/> does.</summary>
    /// <param name="source">The disk, open with its whole chain; it is only read.</param>
    /// <param name="path">Where the new disk goes; nothing may be there.</param>
    /// <param name="creation">What the new disk is to be.</param>
    /// <param name="work">Whom to tell, and whether to stop.</param>
    /// <param name="parents">Who finds the parent of a differencing disk.</param>
    /// <exception cref="IOException">There is a file of that name, or it cannot be written.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The size is smaller than the source, or the format has no such
    /// disk.</exception>
    /// <exception cref="DiskParentException">The target's parent is missing or is another disk.</exception>
    /// <exception cref="OperationCanceledException">It was to stop; nothing is left of the file.</exception>
    public static void Convert(
        VirtualDisk source, string path, DiskCreation creation, DiskWork work, IParentResolver? parents = null)
        => Create(path, file => DiskConversion.Run(source, file, creation, work, parents), work);

    private static void ThrowIfThere(string path)
    {
        if (Path.Exists(path))
        {
            throw new IOException($"There is a file {path} already.");
        }
    }
}
