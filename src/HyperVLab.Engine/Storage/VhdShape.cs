using System.Globalization;
using HyperVLab.Disks;

namespace HyperVLab.Engine.Storage;

/// <summary>What a virtual hard disk is beside its bytes: what stays the same whatever a guest writes.</summary>
/// <param name="Format">The format of its file.</param>
/// <param name="Type">How it keeps its bytes.</param>
/// <param name="SizeBytes">The size that a guest sees, in bytes.</param>
/// <param name="BlockSizeBytes">The size of a block in bytes; 0 for a fixed disk.</param>
/// <param name="LogicalSectorSizeBytes">The sector that a guest sees, in bytes.</param>
/// <param name="PhysicalSectorSizeBytes">The sector that a guest is told of as the medium's, in bytes.</param>
internal readonly record struct VhdShape(
    VhdFormat Format,
    VhdType Type,
    long SizeBytes,
    int BlockSizeBytes,
    int LogicalSectorSizeBytes,
    int PhysicalSectorSizeBytes)
{
    /// <summary>The shape that a specification asks for.</summary>
    /// <param name="rules">The rules of its format.</param>
    /// <param name="specification">The specification.</param>
    /// <param name="parent">The parent's shape; null where it has none.</param>
    /// <exception cref="Engine.Requests.LabException">No disk can be so.</exception>
    public static VhdShape Of(VhdFormatRules rules, VhdSpecification specification, VhdShape? parent)
    {
        if (parent is { } known && known.Format != rules.Format)
        {
            throw VhdErrors.ParentOfOtherFormat.For(specification.Path, specification.Path, known.Format.ToString());
        }

        if (rules.Format == VhdFormat.VMDK
            && (specification.VhdType != VhdType.Dynamic || specification.BlockSizeBytes is not null))
        {
            throw VhdErrors.OnlyThinVmdk.For(specification.Path, specification.Path);
        }

        int logical = LogicalSectorOf(rules, specification, parent);
        return new VhdShape(
            rules.Format,
            specification.VhdType,
            SizeOf(rules, specification, parent?.SizeBytes, logical),
            BlockOf(rules, specification),
            logical,
            SectorOf(rules, specification, specification.PhysicalSectorSizeBytes)
                ?? parent?.PhysicalSectorSizeBytes ?? rules.DefaultPhysicalSectorSizeBytes);
    }

    /// <summary>The shape of an open disk.</summary>
    public static VhdShape Of(VirtualDisk disk) => new(
        disk.Format,
        disk.Type,
        disk.SizeBytes,
        disk.BlockSizeBytes,
        disk.LogicalSectorSizeBytes,
        disk.PhysicalSectorSizeBytes);

    /// <summary>Refuses a size that no disk of the format has.</summary>
    /// <exception cref="Engine.Requests.LabException">None has it.</exception>
    public static void DemandSize(VhdFormatRules rules, string path, long sizeBytes, int logicalSectorSizeBytes)
    {
        if (sizeBytes < VhdFormatRules.MinimumSizeBytes || sizeBytes > rules.MaximumSizeBytes
            || sizeBytes % logicalSectorSizeBytes != 0)
        {
            throw StorageErrors.SizeRefused.For(
                path, Text(sizeBytes), rules.Format.ToString(), rules.SizeText, Text(logicalSectorSizeBytes));
        }
    }

    /// <summary>Refuses a physical sector that no disk of the format has.</summary>
    /// <exception cref="Engine.Requests.LabException">None has it.</exception>
    public static void DemandPhysicalSector(VhdFormatRules rules, string path, long sizeBytes) =>
        SectorOf(rules, new VhdSpecification { Path = path }, sizeBytes);

    /// <summary>What the disk room makes such a disk of.</summary>
    public DiskCreation Creation(Guid identifier, DateTimeOffset created) => new()
    {
        Format = Format,
        Type = Type,
        SizeBytes = SizeBytes,
        BlockSizeBytes = BlockSizeBytes,
        LogicalSectorSizeBytes = LogicalSectorSizeBytes,
        PhysicalSectorSizeBytes = PhysicalSectorSizeBytes,
        Identifier = identifier,
        Created = created,
    };

    private static long SizeOf(VhdFormatRules rules, VhdSpecification specification, long? parent, int sector)
    {
        long size = specification.SizeBytes ?? parent ?? throw StorageErrors.SizeMissing.For(specification.Path);
        DemandSize(rules, specification.Path, size, sector);
        return parent is null || size >= parent
            ? size
            : throw StorageErrors.SmallerThanParent.For(specification.Path);
    }

    // A fixed disk has no blocks to speak of, whatever its format writes down.
    private static int BlockOf(VhdFormatRules rules, VhdSpecification specification)
    {
        if (specification.VhdType == VhdType.Fixed)
        {
            return specification.BlockSizeBytes is null
                ? 0
                : throw StorageErrors.FixedHasNoBlocks.For(specification.Path);
        }

        long block = specification.BlockSizeBytes
            ?? (specification.VhdType == VhdType.Differencing
                ? rules.DefaultDifferencingBlockSizeBytes
                : rules.DefaultBlockSizeBytes);
        return block >= rules.MinimumBlockSizeBytes && block <= VhdFormatRules.MaximumBlockSizeBytes
            && long.IsPow2(block)
            ? (int)block
            : throw StorageErrors.BlockSizeRefused.For(
                specification.Path, Text(block), rules.Format.ToString(), rules.BlockText);
    }

    private static int LogicalSectorOf(VhdFormatRules rules, VhdSpecification specification, VhdShape? parent)
    {
        int? asked = SectorOf(rules, specification, specification.LogicalSectorSizeBytes);
        return parent is not { } known
            ? asked ?? VirtualDisk.SectorBytes
            : asked is null || asked == known.LogicalSectorSizeBytes
                ? known.LogicalSectorSizeBytes
                : throw VhdErrors.SectorOfParent.For(specification.Path, Text(known.LogicalSectorSizeBytes));
    }

    private static int? SectorOf(VhdFormatRules rules, VhdSpecification specification, long? asked) =>
        asked is null or 512 || (asked == 4096 && rules.LargestSectorSizeBytes == 4096)
            ? (int?)asked
            : throw VhdErrors.SectorSizeRefused.For(
                specification.Path,
                Text(asked.Value),
                rules.Format.ToString(),
                rules.LargestSectorSizeBytes == 4096 ? "512 or 4096" : "512");

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
