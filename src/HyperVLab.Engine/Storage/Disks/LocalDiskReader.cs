using HyperVLab.Disks;
using HyperVLab.Disks.Raw;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Storage;

/// <summary>Looks into virtual hard disks that are files of this computer.</summary>
public static class LocalDiskReader
{
    /// <summary>Reads what a disk and its parents say of themselves, whether or not the chain is whole.</summary>
    /// <param name="path">The disk's full path on this computer.</param>
    /// <param name="computerName">What this computer is called.</param>
    /// <exception cref="LabException">There is no such file, or this computer refused.</exception>
    public static IReadOnlyList<VirtualHardDiskLinkView> ReadChain(string path, string computerName)
    {
        using IDiskFile file = OpenFile(path, computerName);
        IReadOnlyList<DiskChainLink> links = LocalDiskFile.IsRaw(path)
            ? [DiskReading.Of(path, () => RawLink(file, path))]
            : DiskChain.Read(file, ParentsOf(path), path);
        return
        [
            .. links.Select(link => new VirtualHardDiskLinkView
            {
                ComputerName = computerName, Link = link, LocalPath = link.Path,
            }),
        ];
    }

    /// <summary>Opens a disk with its parents, or a raw image.</summary>
    /// <param name="path">The full path on this computer.</param>
    /// <param name="computerName">What this computer is called.</param>
    /// <param name="format">
    /// Raw for a raw image; else a file whose name ends with .img or .raw is one, and so is a whole disk of this
    /// computer; any other file says itself what it is.
    /// </param>
    /// <returns>The disk, open for reading; the caller disposes it.</returns>
    /// <exception cref="LabException">
    /// There is no such file, it is damaged, its chain is broken, or this computer refused.
    /// </exception>
    public static OpenedDisk Open(string path, string computerName, VhdFormat format)
    {
        IDiskFile file = OpenFile(path, computerName);
        bool isRaw = format == VhdFormat.Raw || (format == VhdFormat.Unknown && LocalDiskFile.IsRaw(path));
        return new OpenedDisk(computerName, path, path, Open(path, file, isRaw, ParentsOf(path)));
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
        IDiskFile file = OpenFile(first.LocalPath!, first.ComputerName);
        return new OpenedDisk(first.ComputerName, path, first.LocalPath!, Open(path, file, isRaw: false, parents));
    }

    /// <summary>
    /// Who finds a disk's parents: wherever the disk says, as Hyper-V does, since a person who may read a disk may read
    /// its parents too.
    /// </summary>
    internal static IParentResolver ParentsOf(string path) =>
        DirectoryParentResolver.Anywhere(Path.GetDirectoryName(path)!);

    private static DiskChainLink RawLink(IDiskFile file, string path)
    {
        using RawDisk disk = RawDisk.Open(new BorrowedDiskFile(file), readOnly: true);
        var information = new DiskInformation
        {
            Format = disk.Format,
            Type = disk.Type,
            FileSizeBytes = disk.FileSizeBytes,
            SizeBytes = disk.SizeBytes,
            BlockSizeBytes = 0,
            BlockCount = 0,
            AllocatedBlockCount = 0,
            Identifier = disk.Identifier,
            LinkIdentifier = disk.LinkIdentifier,
            Alignment = 1,
            Created = null,
            Creator = string.Empty,
            SavedState = false,
            Warnings = disk.Warnings,
        };
        return new DiskChainLink { Depth = 0, Path = path, Information = information, State = DiskChainState.Healthy };
    }

    private static VirtualDisk Open(string path, IDiskFile file, bool isRaw, IParentResolver parents)
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

    private static IDiskFile OpenFile(string path, string computerName)
    {
        if (LocalDiskFile.IsDevice(path))
        {
            return DiskReading.Of(path, () => FileDiskFile.OpenDevice(path));
        }

        return File.Exists(path)
            ? DiskReading.Of(path, () => FileDiskFile.Open(path, readOnly: true))
            : throw StorageErrors.FileNotFound.For(path, path, computerName);
    }
}
