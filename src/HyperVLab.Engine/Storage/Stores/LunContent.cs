using HyperVLab.Disks;
using HyperVLab.Disks.Raw;

namespace HyperVLab.Engine.Storage;

/// <summary>
/// The bytes that guests wrote to LUNs that they have whole: a raw image for each, with holes where nothing was
/// written. It is made before the first write, so that a LUN of terabytes to which nobody writes takes nothing.
/// </summary>
internal static class LunContent
{
    /// <summary>Where the bytes of a LUN are.</summary>
    public static DiskLocation LocationOf(Lun lun) =>
        new(DiskLocation.Luns, $"{lun.Key.Number}.img");

    /// <summary>Makes the image of a LUN to which nobody has written.</summary>
    /// <exception cref="DiskStoreException">This computer refused.</exception>
    public static void Create(LabState lab, Lun lun) => DiskReading.Strictly(() =>
        lab.Disks.Create(LocationOf(lun), file => file.SetLength(lun.SizeBytes)));

    /// <summary>Opens the image of a LUN; the caller disposes it, which makes what it wrote durable.</summary>
    /// <exception cref="DiskStoreException">It is missing, or this computer refused.</exception>
    public static VirtualDisk Open(LabState lab, Lun lun, bool readOnly)
    {
        IDiskFile bytes = lab.Disks.Open(LocationOf(lun), readOnly);
        try
        {
            return DiskStoreException.Guard(() => RawDisk.Open(bytes, readOnly));
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }

    /// <summary>What a guest wrote to a LUN is written over, or goes with it.</summary>
    public static void Forget(LabState lab, Lun lun)
    {
        if (lun.HasContent)
        {
            lun.KeepContent(false);
            lab.Disks.Delete(LocationOf(lun));
        }
    }
}
