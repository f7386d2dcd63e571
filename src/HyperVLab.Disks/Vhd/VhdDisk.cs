namespace HyperVLab.Disks.Vhd;

/// <summary>
/// A disk in a VHD file: made as Hyper-V of Windows 10 and Server 2016 makes it, read as anybody made it. Several
/// threads may read at once, and list extents, while none writes, if all files of the chain are
/// <see cref="IDiskFile.IsConcurrent">concurrent</see>.
/// </summary>
public abstract class VhdDisk : VirtualDisk
{
    /// <summary>The most disks in a chain that is opened.</summary>
    public const int MaximumChainLength = 256;

    private IReadOnlyList<string> _warnings;

    private protected VhdDisk(IDiskFile file, VhdStructure structure, bool readOnly)
    {
        File = file;
        Footer = structure.Footer;
        _warnings = structure.Warnings;
        IsReadOnly = readOnly || file.IsReadOnly;
    }

    /// <summary>The footer.</summary>
    public VhdFooter Footer { get; private set; }

    /// <summary>What a differencing disk says of its parent, otherwise null.</summary>
    public abstract ParentReference? ParentReference { get; }

    /// <inheritdoc/>
    public override VhdFormat Format => VhdFormat.VHD;

    /// <inheritdoc/>
    public override VhdType Type => Footer.Type;

    /// <inheritdoc/>
    public override long SizeBytes => Footer.CurrentSizeBytes;

    /// <inheritdoc/>
    public override long FileSizeBytes => File.Length;

    /// <inheritdoc/>
    public override Guid Identifier => Footer.Identifier;

    /// <inheritdoc/>
    public override bool IsReadOnly { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Warnings => _warnings;

    /// <summary>The file.</summary>
    private protected IDiskFile File { get; }

    /// <summary>Makes a fixed disk: its bytes, which stay a hole of the file, and the footer.</summary>
    /// <param name="file">An empty file; the disk disposes it.</param>
    /// <param name="creation">What the disk is to be; the block size does not count.</param>
    /// <returns>The disk, open for writing.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The size is not 3 MB to 2040 GB in whole sectors.</exception>
    public static VhdDisk CreateFixed(IDiskFile file, DiskCreation creation)
    {
        VhdBuilder.Fixed(file, creation);
        return Open(file);
    }

    /// <summary>Makes a dynamic disk without any block.</summary>
    /// <param name="file">An empty file; the disk disposes it.</param>
    /// <param name="creation">What the disk is to be.</param>
    /// <returns>The disk, open for writing.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Size or block size is out of limits.</exception>
    public static VhdDisk CreateDynamic(IDiskFile file, DiskCreation creation)
    {
        VhdBuilder.Dynamic(file, creation);
        return Open(file);
    }

    /// <summary>
    /// Makes a differencing disk without any block. The parent is not opened here; open the disk with a resolver to use
    /// it.
    /// </summary>
    /// <param name="file">An empty file; it stays with the caller.</param>
    /// <param name="creation">What the disk is to be; size 0 takes the parent's.</param>
    /// <param name="parent">What the disk is to say of its parent.</param>
    /// <exception cref="ArgumentOutOfRangeException">Size or block size is out of limits.</exception>
    public static void CreateDifferencing(IDiskFile file, DiskCreation creation, DiskParentLink parent)
        => VhdBuilder.Differencing(file, creation, parent);

    /// <summary>Makes a disk of the type that is asked for.</summary>
    /// <param name="file">An empty file; the disk disposes it, but if that fails it stays with the caller.</param>
    /// <param name="creation">What the disk is to be.</param>
    /// <param name="parents">Who finds the parent of a differencing disk.</param>
    /// <returns>The disk, open for writing.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Size or block size is out of limits.</exception>
    /// <exception cref="DiskParentException">The parent is missing, is another disk, or leads back.</exception>
    public static new VhdDisk Create(IDiskFile file, DiskCreation creation, IParentResolver? parents = null)
    {
        switch (creation.Type)
        {
            case VhdType.Fixed:
                return CreateFixed(file, creation);
            case VhdType.Dynamic:
                return CreateDynamic(file, creation);
            case VhdType.Differencing when creation.Parent is { } parent:
                CreateDifferencing(file, creation, parent);
                return Open(file, parents);
            default:
                throw new ArgumentOutOfRangeException(nameof(creation), creation.Type, "The type needs a parent.");
        }
    }

    /// <summary>Opens a VHD with all its parents, which are only read.</summary>
    /// <param name="file">The file; the disk disposes it, but if opening fails it stays with the caller.</param>
    /// <param name="parents">Who finds the parent of a differencing disk.</param>
    /// <param name="readOnly">Whether the disk is only read; always so if the file is read-only.</param>
    /// <returns>The disk.</returns>
    /// <exception cref="DiskFormatException">The file is no VHD or is broken; it says what and where.</exception>
    /// <exception cref="DiskParentException">A parent is missing, is another disk, or leads back.</exception>
    public static new VhdDisk Open(IDiskFile file, IParentResolver? parents = null, bool readOnly = false)
        => VhdChain.Open(file, parents, readOnly);

    /// <inheritdoc/>
    public override void Resize(long sizeBytes)
    {
        VhdLimits.CheckSize(sizeBytes);
        ThrowIfSaved();
        Change(() =>
        {
            if (sizeBytes != SizeBytes)
            {
                ResizeFile(sizeBytes);
            }
        });
    }

    /// <summary>Changes the size in the file, to another that is in limits.</summary>
    private protected abstract void ResizeFile(long sizeBytes);

    /// <summary>Takes over what a change of the file has made of it.</summary>
    private protected virtual void Reload(VhdStructure structure)
    {
        Footer = structure.Footer;
        _warnings = structure.Warnings;
    }

    /// <summary>Changes the file behind the disk's back and reads its structures again.</summary>
    private protected void Change(Action change)
    {
        ThrowIfReadOnly();
        Flush();
        try
        {
            change();
        }
        finally
        {
            Reload(VhdStructure.Read(File));
        }
    }

    /// <summary>Throws if a machine was saved with the disk (VHD specification 1.0, "Saved State").</summary>
    internal void ThrowIfSaved()
    {
        if (Footer.SavedState)
        {
            throw new NotSupportedException(
                "A virtual machine was saved with the disk, so its size and its blocks must stay as they are.");
        }
    }
}
