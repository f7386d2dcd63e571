using HyperVLab.Disks;
using HyperVLab.Disks.Raw;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Storage;

/// <summary>Looks into virtual hard disks that are files of this computer.</summary>
public static class LocalDiskReader
{
    private static readonly string[] s_rawExtensions = [".img", ".raw"];

    /// <summary>Reads what a disk and its parents say of themselves, whether or not the chain is whole.</summary>
    /// <param name="path">The disk's full path on this computer.</param>
    /// <param name="computerName">What this computer is called.</param>
    /// <exception cref="LabException">There is no such file, or this computer refused.</exception>
    public static IReadOnlyList<VirtualHardDiskLinkView> ReadChain(string path, string computerName)
    {
        using FileDiskFile file = OpenFile(path, computerName);
        return
        [
            .. DiskChain.Read(file, ParentsOf(path), path).Select(link => new VirtualHardDiskLinkView
            {
                ComputerName = computerName, Link = link, LocalPath = link.Path,
            }),
        ];
    }

    /// <summary>Opens a disk with its parents, or a raw image.</summary>
    /// <param name="path">The full path on this computer.</param>
    /// <param name="computerName">What this computer is called.</param>
    /// <param name="format">
    /// Raw for a raw image; else a file whose name ends with .img or .raw is one, and any other says itself what it is.
    /// </param>
    /// <returns>The disk, open for reading; the caller disposes it.</returns>
    /// <exception cref="LabException">
    /// There is no such file, it is damaged, its chain is broken, or this computer refused.
    /// </exception>
    public static OpenedDisk Open(string path, string computerName, VhdFormat format)
    {
        FileDiskFile file = OpenFile(path, computerName);
        return new OpenedDisk(computerName, path, path, Open(path, file, IsRaw(path, format), ParentsOf(path)));
    }

    /// <summary>Opens a disk of a host with its parents, whose files are known.</summary>
    /// <param name="chain">The chain as <see cref="VirtualHardDiskChainQuery"/> tells it.</param>
    /// <returns>The disk, open for reading; the caller disposes it.</returns>
    /// <exception cref="LabException">A disk is missing or damaged, or this computer refused.</exception>
    public static OpenedDisk Open(IReadOnlyList<VirtualHardDiskLinkView> chain)
    {
        VirtualHardDiskLinkView first = chain[0];
        string path = first.Link.Path!;
        if (chain.FirstOrDefault(static view => view.Link.Problem is not null) is { Link: var broken })
        {
            throw (broken.Depth == 0 ? StorageErrors.DiskDamaged : VhdErrors.ChainBroken)
                .For(path, path, broken.Problem!);
        }

        if (chain.Any(static view => view.LocalPath is null))
        {
            throw VhdErrors.NotAFile.For(path, path);
        }

        var parents = new ListedParents([.. chain.Skip(1).Select(static view => view.LocalPath!)]);
        FileDiskFile file = OpenFile(first.LocalPath!, first.ComputerName);
        return new OpenedDisk(first.ComputerName, path, first.LocalPath!, Open(path, file, isRaw: false, parents));
    }

    /// <summary>
    /// Who finds a disk's parents: anywhere on the same drive, since a person who may read a disk may read its parents
    /// too; not on other computers, whose names a hostile disk could give.
    /// </summary>
    internal static IParentResolver ParentsOf(string path) =>
        new DirectoryParentResolver(Path.GetDirectoryName(path)!, Path.GetPathRoot(path));

    private static bool IsRaw(string path, VhdFormat format) => format == VhdFormat.Raw
        || (format == VhdFormat.Unknown
            && s_rawExtensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase));

    private static VirtualDisk Open(string path, FileDiskFile file, bool isRaw, IParentResolver parents)
    {
        try
        {
            return DiskReading.Of<VirtualDisk>(path, () => isRaw
                ? RawDisk.Open(file, readOnly: true)
                : VirtualDisk.Open(file, parents, readOnly: true));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static FileDiskFile OpenFile(string path, string computerName) => File.Exists(path)
        ? DiskReading.Of(path, () => FileDiskFile.Open(path, readOnly: true))
        : throw StorageErrors.FileNotFound.For(path, path, computerName);
}
