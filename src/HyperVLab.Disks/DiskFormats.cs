using HyperVLab.Disks.Vhd;
using HyperVLab.Disks.Vmdk;

namespace HyperVLab.Disks;

/// <summary>Tells the formats of virtual disk files apart.</summary>
public static class DiskFormats
{
    private static ReadOnlySpan<byte> VhdxSignature => "vhdxfile"u8;

    private static ReadOnlySpan<byte> VhdCookie => "conectix"u8;

    /// <summary>
    /// Looks at a file's first bytes. A raw image has no mark of its own, so nothing is ever taken for one.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <returns>VHDX or VMDK if the file says so, otherwise VHD: whether it is one shows when it is read.</returns>
    public static VhdFormat Detect(IDiskFile file)
    {
        Span<byte> bytes = stackalloc byte[VmdkDescriptor.Signature.Length];
        bytes = bytes[..(int)Math.Min(bytes.Length, file.Length)];
        file.Read(0, bytes);
        return bytes.StartsWith(VhdxSignature) ? VhdFormat.VHDX
            : StartsVmdk(bytes) && !EndsAsVhd(file) ? VhdFormat.VMDK
            : VhdFormat.VHD;
    }

    private static bool StartsVmdk(ReadOnlySpan<byte> bytes) => bytes.StartsWith(VmdkHeader.Signature)
        || bytes.StartsWith("COWD"u8) || VmdkDescriptor.StartsOne(bytes);

    // The first sector of a fixed VHD is its guest's, who could write a descriptor there and be given other files.
    private static bool EndsAsVhd(IDiskFile file)
    {
        var bytes = new byte[VhdFooter.LengthBytes];
        if (file.Length < bytes.Length)
        {
            return false;
        }

        file.Read(file.Length - bytes.Length, bytes);
        return bytes.AsSpan().StartsWith(VhdCookie) || bytes.AsSpan(1).StartsWith(VhdCookie);
    }
}
