using HyperVLab.Disks.Vhd;
using HyperVLab.Disks.Vhdx;

namespace HyperVLab.Disks.Operations;

/// <summary>
/// Changes what a disk file says of itself, without a look at its parents, so that a broken chain can be mended too. A
/// kill at any moment leaves the old setting or the new one.
/// </summary>
public static class DiskSettings
{
    /// <summary>Writes down another place of the parent, or another parent.</summary>
    /// <param name="file">The file, open for writing; it stays with the caller.</param>
    /// <param name="parent">What the disk is to say of its parent.</param>
    /// <exception cref="DiskFormatException">The file is no virtual disk or is broken.</exception>
    /// <exception cref="NotSupportedException">It is no differencing disk, has no room for the paths, or is read-only.
    /// </exception>
    public static void SetParent(IDiskFile file, DiskParentLink parent)
    {
        ThrowIfReadOnly(file);
        if (DiskFormats.Detect(file) == VhdFormat.VHDX)
        {
            using VhdxDisk disk = VhdxChain.OpenAlone(new BorrowedDiskFile(file));
            disk.SetParent(parent);
            return;
        }

        VhdStructure structure = VhdStructure.Read(file);
        if (structure.Footer.Type != VhdType.Differencing)
        {
            throw new NotSupportedException("The disk has no parent.");
        }

        VhdParentChange.Run(file, structure, parent);
    }

    /// <summary>
    /// Gives a disk another identifier. The children of a VHD know it by that; those of a VHDX do not.
    /// </summary>
    /// <param name="file">The file, open for writing; it stays with the caller.</param>
    /// <param name="identifier">The identifier, never used before.</param>
    /// <exception cref="DiskFormatException">The file is no virtual disk or is broken.</exception>
    /// <exception cref="NotSupportedException">It is read-only.</exception>
    public static void SetIdentifier(IDiskFile file, Guid identifier)
    {
        ThrowIfReadOnly(file);
        if (DiskFormats.Detect(file) == VhdFormat.VHDX)
        {
            using VhdxDisk disk = VhdxChain.OpenAlone(new BorrowedDiskFile(file));
            disk.SetItem(VhdxIdentifiers.Page83Data, identifier.ToByteArray());
            return;
        }

        VhdStructure structure = VhdStructure.Read(file);
        VhdFooterCopies.Of(file, structure).Change(structure.Footer with { Identifier = identifier });
    }

    /// <summary>Changes the sector that a guest is told of as the medium's.</summary>
    /// <param name="file">The file of a VHDX, open for writing; it stays with the caller.</param>
    /// <param name="sizeBytes">512 or 4096.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is neither.</exception>
    /// <exception cref="DiskFormatException">The file is no virtual disk or is broken.</exception>
    /// <exception cref="NotSupportedException">It is a VHD, which has no such setting, or is read-only.</exception>
    public static void SetPhysicalSectorSize(IDiskFile file, int sizeBytes)
    {
        ThrowIfReadOnly(file);
        VhdxLimits.CheckSectorSize(sizeBytes);
        if (DiskFormats.Detect(file) != VhdFormat.VHDX)
        {
            throw new NotSupportedException("A VHD has sectors of 512 bytes only.");
        }

        using VhdxDisk disk = VhdxChain.OpenAlone(new BorrowedDiskFile(file));
        disk.SetItem(VhdxIdentifiers.PhysicalSectorSize, BitConverter.GetBytes(sizeBytes));
    }

    private static void ThrowIfReadOnly(IDiskFile file)
    {
        if (file.IsReadOnly || DiskFormats.Detect(file) == VhdFormat.VMDK)
        {
            throw new NotSupportedException(
                file.IsReadOnly ? "The file is open for reading only." : "A VMDK is only read.");
        }
    }
}
