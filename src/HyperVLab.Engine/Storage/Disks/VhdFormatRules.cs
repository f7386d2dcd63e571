using HyperVLab.Disks;
using HyperVLab.Disks.Vhd;
using HyperVLab.Disks.Vhdx;
using HyperVLab.Disks.Vmdk;

namespace HyperVLab.Engine.Storage;

/// <summary>What a disk of a format can be, and what it is where nothing is asked for.</summary>
internal sealed record VhdFormatRules
{
    private static readonly VhdFormatRules s_vhd = new()
    {
        Format = VhdFormat.VHD,
        MaximumSizeBytes = VhdLimits.MaximumSizeBytes,
        SizeText = "3 MB to 2040 GB",
        MinimumBlockSizeBytes = VhdLimits.MinimumBlockSizeBytes,
        BlockText = "512 KB to 256 MB",
        DefaultBlockSizeBytes = VhdLimits.DefaultBlockSizeBytes,
        DefaultDifferencingBlockSizeBytes = VhdLimits.DefaultBlockSizeBytes,
        DefaultPhysicalSectorSizeBytes = VirtualDisk.SectorBytes,
        LargestSectorSizeBytes = VirtualDisk.SectorBytes,
    };

    private static readonly VhdFormatRules s_vhdx = new()
    {
        Format = VhdFormat.VHDX,
        MaximumSizeBytes = VhdxLimits.MaximumSizeBytes,
        SizeText = "3 MB to 64 TB",
        MinimumBlockSizeBytes = VhdxLimits.MinimumBlockSizeBytes,
        BlockText = "1 MB to 256 MB",
        DefaultBlockSizeBytes = VhdxLimits.DefaultBlockSizeBytes,
        DefaultDifferencingBlockSizeBytes = VhdxLimits.DefaultDifferencingBlockSizeBytes,
        DefaultPhysicalSectorSizeBytes = VhdxLimits.DefaultPhysicalSectorSizeBytes,
        LargestSectorSizeBytes = 4096,
    };

    private static readonly VhdFormatRules s_vmdk = s_vhd with
    {
        Format = VhdFormat.VMDK,
        MaximumSizeBytes = VmdkDisk.MaximumWrittenBytes,
        SizeText = "3 MB to 2 TB less a sector",
        MinimumBlockSizeBytes = VmdkDisk.GrainBytes,
        BlockText = "64 KB",
        DefaultBlockSizeBytes = VmdkDisk.GrainBytes,
    };

    /// <summary>The smallest disk in bytes, of either format (Microsoft's documentation of New-VHD).</summary>
    public const long MinimumSizeBytes = VhdLimits.MinimumSizeBytes;

    /// <summary>The largest block in bytes, of either format.</summary>
    public const int MaximumBlockSizeBytes = VhdLimits.MaximumBlockSizeBytes;

    /// <summary>The format.</summary>
    public required VhdFormat Format { get; init; }

    /// <summary>The largest disk in bytes.</summary>
    public required long MaximumSizeBytes { get; init; }

    /// <summary>The sizes that a disk can have, in words.</summary>
    public required string SizeText { get; init; }

    /// <summary>The smallest block in bytes.</summary>
    public required int MinimumBlockSizeBytes { get; init; }

    /// <summary>The sizes that a block can have, in words.</summary>
    public required string BlockText { get; init; }

    /// <summary>The block of a dynamic disk in bytes where none is asked for.</summary>
    public required int DefaultBlockSizeBytes { get; init; }

    /// <summary>The block of a differencing disk in bytes where none is asked for.</summary>
    public required int DefaultDifferencingBlockSizeBytes { get; init; }

    /// <summary>The medium's sector in bytes where none is asked for.</summary>
    public required int DefaultPhysicalSectorSizeBytes { get; init; }

    /// <summary>The largest sector in bytes.</summary>
    public required int LargestSectorSizeBytes { get; init; }

    /// <summary>The rules of a format.</summary>
    public static VhdFormatRules Of(VhdFormat format) => format switch
    {
        VhdFormat.VHDX => s_vhdx,
        VhdFormat.VMDK => s_vmdk,
        _ => s_vhd,
    };

    /// <summary>The rules of the format that a path's extension names.</summary>
    /// <exception cref="Engine.Requests.LabException">It names none.</exception>
    public static VhdFormatRules Of(string path) => IsVhdx(path) ? s_vhdx
        : path.EndsWith(".vhd", StringComparison.OrdinalIgnoreCase) ? s_vhd
        : throw StorageErrors.ExtensionWrong.For(path, path);

    /// <summary>The same for a disk of a host, which may be one of VMware's: its platform says what it takes.</summary>
    /// <exception cref="Engine.Requests.LabException">The extension names no format.</exception>
    public static VhdFormatRules OnHost(string path) =>
        path.EndsWith(".vmdk", StringComparison.OrdinalIgnoreCase) ? s_vmdk : Of(path);

    /// <summary>Whether a path's extension is that of VHDX.</summary>
    public static bool IsVhdx(string path) => path.EndsWith(".vhdx", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a path's extension is that of a differencing disk which belongs to a checkpoint.</summary>
    public static bool IsOfCheckpoint(string path) =>
        path.EndsWith(".avhd", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".avhdx", StringComparison.OrdinalIgnoreCase);
}
