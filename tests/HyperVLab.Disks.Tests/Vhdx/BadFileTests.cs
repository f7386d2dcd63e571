using HyperVLab.Disks.Operations;
using HyperVLab.Disks.Vhdx;

namespace HyperVLab.Disks.Tests.Vhdx;

/// <summary>
/// Files that are wrong in one place each, with good checksums: they are refused, naming the structure and its place.
/// </summary>
public class BadFileTests
{
    private const string Header = "VHDX header";
    private const string Regions = "VHDX region table";
    private const string MetadataTable = "VHDX metadata table";
    private const string Metadata = "VHDX metadata";
    private const string Locator = "VHDX parent locator";
    private const string Table = "VHDX block allocation table";
    private const int BlockRegion = 16;
    private const int MetadataRegion = 48;
    private const int FirstItem = ForgedVhdx.Metadata + 32;

    private static readonly MemoryDiskFile _dynamic = AnyVhdx.Make(
        AnyVhdx.Creation(), disk => disk.Write(0, Any.Bytes(2 * AnyVhdx.Megabyte, 1)));

    private static readonly MemoryDiskFile _child = MakeChild();

    private static readonly (string Name, string Structure, long Offset, Action<ForgedVhdx> Forge)[] _bad =
    [
        ("no header good", Header, 0x10000, f => f.Put(0x10008, 9).Put(0x20008, 9)),
        ("twin headers", Header, 0x20000, f => f.Header(8, [9]).Put(0x10010, 8).Seal()),
        ("version", Header, 0x20000, f => f.Header(66, [2])),
        ("version of the log", Header, 0x20000, f => f.NameLog().Header(64, [1])),
        ("log unaligned", Header, 0x20000, f => f.Header(72, [0, 2])),
        ("log in the header section", Header, 0x20000, f => f.Header(72, [0, 0, 0, 0, 0, 0, 0, 0])),
        ("log endless", Header, 0x20000, f => f.Header(68, [0, 0, 0xF0, 0xFF])),
        ("log after the file", Header, 0x20000, f => f.Header(72, [0, 0, 0, 0, 1])),
        ("no region table good", Regions, 0x30000, f => f.Put(0x30100, 1).Put(0x40100, 1)),
        ("too many regions", Regions, 0x30000, f => f.Regions(8, [0, 9])),
        ("region unaligned", Regions, 0x30000 + BlockRegion, f => f.Regions(BlockRegion + 16, [1])),
        ("region endless", Regions, 0x30000 + BlockRegion,
            f => f.Regions(BlockRegion + 16, [0, 0, 0x30, 0, 0, 0, 9])),
        ("region after the file", Regions, 0x30000, f => f.Regions(BlockRegion + 16, [0, 0, 0, 9])),
        ("region without length", Regions, 0x30000 + MetadataRegion,
            f => f.Regions(MetadataRegion + 24, new byte[4])),
        ("regions overlap", Regions, 0x30000, f => f.Regions(MetadataRegion + 18, [0x30])),
        ("region over the log", Regions, 0x30000, f => f.Regions(MetadataRegion + 18, [0x10])),
        ("region twice", Regions, 0x30000,
            f => f.Regions(MetadataRegion, VhdxIdentifiers.BlockTableRegion.ToByteArray())),
        ("required region unknown", Regions, 0x30000,
            f => f.Regions(8, [3]).Regions(80, [9]).Regions(80 + 16, [0, 0, 0x40, 0, 0, 0, 0, 0, 0, 0, 16, 0, 1])),
        ("metadata signature", MetadataTable, 0x200000, f => f.Put(0x200000, 0)),
        ("too many items", MetadataTable, 0x200000, f => f.Put16(0x20000A, 2048)),
        ("item leaves the region", MetadataTable, FirstItem, f => f.Put32(FirstItem + 16, 0xFFFFC)),
        ("item in the table", MetadataTable, FirstItem, f => f.Put32(FirstItem + 16, 64)),
        ("item endless", MetadataTable, FirstItem, f => f.Put32(FirstItem + 20, uint.MaxValue)),
        ("items overlap", MetadataTable, 0x200000, f => f.Put32(FirstItem + 32 + 16, 0x10004)),
        ("item twice", MetadataTable, 0x200000, f => f.Put(FirstItem + 32, VhdxIdentifiers.FileParameters)),
        ("required item unknown", MetadataTable, 0x200000, f => f.Put(FirstItem + 128, ForgedVhdx.LogIdentifier)),
        ("item missing", MetadataTable, 0x200000, f => f.Put16(0x20000A, 1)),
        ("file unfinished", MetadataTable, 0x200000, f => f.Put16(0x20000A, 6)
            .Put(FirstItem + 160, VhdxIdentifiers.IncompleteFile).Put32(FirstItem + 184, 4)),
        ("parameters too long", Metadata, 0x210000, f => f.Put32(FirstItem + 20, 7)),
        ("block size", Metadata, 0x210000, f => f.Put32(0x210000, 3 * AnyVhdx.Megabyte)),
        ("block size endless", Metadata, 0x210000, f => f.Put32(0x210000, 0x80000000)),
        ("disk size 0", Metadata, 0x210008, f => f.Put64(0x210008, 0)),
        ("disk size endless", Metadata, 0x210008, f => f.Put64(0x210008, 1ul << 62)),
        ("disk size negative", Metadata, 0x210008, f => f.Put64(0x210008, 1ul << 63)),
        ("disk size in half sectors", Metadata, 0x210008, f => f.Put64(0x210008, 256)),
        ("logical sector", Metadata, 0x210010, f => f.Put32(0x210010, 1024)),
        ("physical sector", Metadata, 0x210014, f => f.Put32(0x210014, 0)),
        ("parent without locator", MetadataTable, 0x200000, f => f.Put32(0x210004, 2)),
        ("table too small", Table, 0x300000, f => f.Put64(0x210008, 1ul << 40)),
        ("state 4", Table, 0x300018, f => f.Row(3, 4)),
        ("state 5", Table, 0x300018, f => f.Row(3, 5)),
        ("reserved bit", Table, 0x300018, f => f.Row(3, 8)),
        ("block in the header section", Table, 0x300018, f => f.Row(3, 6)),
        ("block in the table", Table, 0x300018, f => f.Row(3, 0x300006)),
        ("block in the log", Table, 0x300018, f => f.Row(3, 0x100006)),
        ("block after the file", Table, 0x300018, f => f.Row(3, 0x600006)),
        ("block endless", Table, 0x300018, f => f.Row(3, 0xFFFFFFFFFFF00006)),
        ("two blocks at one place", Table, 0x300018, f => f.Row(3, 0x400006)),
        ("partly present without a parent", Table, 0x300000, f => f.Row(0, 0x400007)),
        ("log without an entry", "VHDX log", 0x100000, f => f.NameLog()),
    ];

    private static readonly (string Name, string Structure, long Offset, Action<ForgedVhdx> Forge)[] _badChild =
    [
        ("locator type", Locator, 0x210028, f => f.Put(0x210028, 9)),
        ("locator without entries", Locator, 0x210028, f => f.Put16(0x210028 + 18, 0)),
        ("locator with too many entries", Locator, 0x210028, f => f.Put16(0x210028 + 18, 256)),
        ("key outside", Locator, 0x210028, f => f.Put32(0x210028 + 20, 0xFFFFFFF0)),
        ("value outside", Locator, 0x210028, f => f.Put32(0x210028 + 24, 5000)),
        ("half a character", Locator, 0x210028, f => f.Put16(0x210028 + 28, 5)),
        ("no linkage", Locator, 0x210028, f => f.Put16(0x210028 + 28, 2)),
        ("no bitmap", Table, 0x300000 + (4096 * 8), f => f.Row(4096, 0)),
        ("bitmap of an unknown state", Table, 0x300000 + (4096 * 8), f => f.Row(4096, 0x400007)),
        ("bitmap in a block", Table, 0x300000 + (4096 * 8), f => f.Row(4096, 0x500006)),
    ];

    public static IEnumerable<TheoryDataRow<string>> Names
        => _bad.Concat(_badChild).Select(bad => new TheoryDataRow<string>(bad.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_bad_file_is_refused_with_the_structure_and_its_place(string name)
    {
        var isOfChild = _badChild.Any(bad => bad.Name == name);
        var bad = _bad.Concat(_badChild).Single(bad => bad.Name == name);
        var file = (isOfChild ? _child : _dynamic).Clone();
        bad.Forge(new ForgedVhdx(file));
        var before = Any.Content(file);
        foreach (var readOnly in new[] { true, false })
        {
            var error = Assert.Throws<DiskFormatException>(() => VhdxDisk.Open(file, readOnly: readOnly));
            Assert.Equal((bad.Structure, bad.Offset), (error.Structure, error.Offset));
        }

        Assert.Contains(DiskCheck.Run(file), defect => defect.Structure == bad.Structure
            && defect.Offset == bad.Offset && defect.Severity != DiskDefectSeverity.Warning);
        Assert.Equal(before, Any.Content(file));
    }

    [Fact]
    public void Regions_and_items_of_unknown_purpose_are_kept()
    {
        var file = _child.Clone();
        var region = new VhdxRegion(ForgedVhdx.LogIdentifier, file.Length, AnyVhdx.Megabyte, IsRequired: false);
        file.SetLength(file.Length + AnyVhdx.Megabyte);
        file.Write(region.Offset, "kept"u8);
        var structure = VhdxStructure.Read(file, replay: false);
        var table = VhdxRegionTable.ToBytes([.. structure.Regions.Regions, region]);
        var forged = new ForgedVhdx(file).Put(0x30000, table).Put(0x40000, table);
        var item = new VhdxMetadataItem(ForgedVhdx.LogIdentifier, 0x20000, 4, Flags: 1);
        forged.Put(0x200000, VhdxMetadataTable.ToBytes([.. structure.Metadata.Items, item])).Put(0x220000, "mine"u8);
        var parent = _dynamic.Clone();
        using (var disk = VhdxDisk.Open(file, new KnownParents().With("parent.vhdx", parent)))
        {
            disk.Write(0, Any.Bytes(8 * AnyVhdx.Megabyte, 1));
            disk.RemoveBlocks([0, 1, 2, 3], DiskWork.Unwatched);
            disk.Resize(1L << 40);
            disk.SetParent(Any.LinkTo(disk.Parent!, "another, longer name.vhdx"));
        }

        var after = VhdxStructure.Read(file, replay: false);
        Assert.Contains(region, after.Regions.Regions);
        Assert.Contains(item, after.Metadata.Items);
        Assert.Equal("kept"u8, Any.Content(file).AsSpan((int)region.Offset, 4));
        Assert.Equal("mine"u8, Any.Content(file).AsSpan(0x220000, 4));
    }

    private static MemoryDiskFile MakeChild()
    {
        var file = AnyVhdx.MakeChild(_dynamic, AnyVhdx.Creation(size: 0, number: 2));
        using var disk = VhdxDisk.Open(file, new KnownParents().With("parent.vhdx", _dynamic.Clone()));
        disk.Write(512, Any.Bytes(512, 2));
        return file;
    }
}
