using System.Text;
using System.Text.Json;
using HyperVLab.Disks.Serving;

namespace HyperVLab.Disks.Tests.Serving;

/// <summary>What the clients of other projects make of a server. Where one is missing its tests are skipped.</summary>
public sealed class ToolsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private byte[] _expected = [];

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Shapes { get; } = ["fixed", "dynamic", "chain", "vhdx", "vhdx-4k", "vhdx-chain"];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Qemu_reads_the_bytes(string shape)
    {
        var qemu = Tools.Need("qemu-img");
        using var server = Serve(shape, isReadOnly: true);
        Run(qemu, "convert", "-O", "raw", server.Uri, _folder["copy"]);
        Assert.Equal(_expected, File.ReadAllBytes(_folder["copy"]));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Nbdcopy_reads_the_bytes_over_four_connections(string shape)
    {
        var nbdcopy = Tools.Need("nbdcopy");
        using var server = Serve(shape, isReadOnly: true);
        Run(nbdcopy, "--connections=4", server.Uri, _folder["copy"]);
        Assert.Equal(_expected, File.ReadAllBytes(_folder["copy"]));
    }

    [Fact]
    public void Nbdcopy_reads_the_bytes_without_structured_replies_from_a_port()
    {
        var nbdcopy = Tools.Need("nbdcopy");
        using var server = Serve("dynamic", isReadOnly: true, NbdEndPoint.Loopback());
        Run(nbdcopy, "--no-extents", "--synchronous", server.Uri, _folder["copy"]);
        Assert.Equal(_expected, File.ReadAllBytes(_folder["copy"]));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void What_nbdcopy_writes_is_in_the_disk(string shape)
    {
        var nbdcopy = Tools.Need("nbdcopy");
        var image = Any.Bytes((int)SizeOf(shape), 5);
        image.AsSpan(2_000_000, 5_000_000).Clear();
        File.WriteAllBytes(_folder["raw"], image);
        using (var server = Serve(shape, isReadOnly: false))
        {
            Run(nbdcopy, "--flush", _folder["raw"], server.Uri);
        }

        Assert.Equal(image, Content());
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void What_qemu_io_does_is_in_the_disk(string shape)
    {
        var qemu = Tools.Need("qemu-io");
        using (var server = Serve(shape, isReadOnly: false))
        {
            Run(
                qemu, "-f", "raw", server.Uri, "-c", "write -P 0x5a 3M 300k", "-c", "write -f -P 7 513 1000",
                "-c", "write -z -u 1M 100k", "-c", "write -z 2M 1M", "-c", "flush", "-c", "read -P 7 513 1000",
                "-c", "discard 6M 512k", "-c", "aio_write -P 9 4M 64k", "-c", "aio_read 0 1M", "-c", "aio_flush");
        }

        _expected.AsSpan(3 << 20, 300 << 10).Fill(0x5A);
        _expected.AsSpan(513, 1000).Fill(7);
        _expected.AsSpan(1 << 20, 100 << 10).Clear();
        _expected.AsSpan(2 << 20, 1 << 20).Clear();
        _expected.AsSpan(4 << 20, 64 << 10).Fill(9);
        var content = Content();
        _expected.AsSpan(6 << 20, 512 << 10).Clear();
        content.AsSpan(6 << 20, 512 << 10).Clear();
        Assert.Equal(_expected, content);
    }

    [Fact]
    public void Qemu_sees_what_is_allocated()
    {
        var qemu = Tools.Need("qemu-img");
        using var server = Serve("dynamic", isReadOnly: true);
        using var map = JsonDocument.Parse(Run(qemu, "map", "--output=json", "-f", "raw", server.Uri));
        var seen = map.RootElement.EnumerateArray().Select(range => (
            Start: range.GetProperty("start").GetInt64(), Length: range.GetProperty("length").GetInt64(),
            Zero: range.GetProperty("zero").GetBoolean())).ToList();
        var expected = server.Export.Use(disk => disk.Extents(0, Any.Size).ToList());
        Assert.Equal(Any.Size, seen.Sum(range => range.Length));
        Assert.Equal(
            expected.Where(extent => extent.IsZero).Sum(extent => extent.Length),
            seen.Where(range => range.Zero).Sum(range => range.Length));
    }

    [Fact]
    public void Nbdinfo_lists_the_export_and_what_it_can_do()
    {
        var nbdinfo = Tools.Need("nbdinfo");
        using var server = Serve("dynamic", isReadOnly: false);
        using var json = JsonDocument.Parse(Run(nbdinfo, "--list", "--json", server.Uri));
        var export = json.RootElement.GetProperty("exports")[0];
        Assert.Equal("web01", export.GetProperty("export-name").GetString());
        Assert.Equal(Any.Size, export.GetProperty("export-size").GetInt64());
        foreach (var ability in new[] { "fast_zero", "flush", "fua", "multi_conn", "trim", "zero" })
        {
            Assert.True(export.GetProperty($"can_{ability}").GetBoolean(), ability);
        }

        Assert.Equal("base:allocation", export.GetProperty("contexts")[0].GetString());
    }

    [Fact]
    public void Nbdinfo_shows_what_is_allocated()
    {
        var nbdinfo = Tools.Need("nbdinfo");
        using var server = Serve("dynamic", isReadOnly: true);
        using var map = JsonDocument.Parse(Run(nbdinfo, "--map", "--json", server.Uri));
        Assert.Equal(Any.Size, map.RootElement.EnumerateArray().Sum(range => range.GetProperty("length").GetInt64()));
        Assert.Contains(map.RootElement.EnumerateArray(), range => range.GetProperty("type").GetInt32() == 0);
        Assert.Contains(map.RootElement.EnumerateArray(), range => range.GetProperty("type").GetInt32() == 3);
    }

    [Fact]
    public void A_writable_child_leaves_its_parent_alone()
    {
        var qemu = Tools.Need("qemu-io");
        using (var server = Serve("chain", isReadOnly: false))
        {
            var before = File.ReadAllBytes(_folder["base.vhd"]);
            Run(qemu, "-f", "raw", server.Uri, "-c", "write -z 0 9M", "-c", "write -P 1 1M 1M", "-c", "discard 0 9M");
            Assert.Equal(before, File.ReadAllBytes(_folder["base.vhd"]));
        }
    }

    private static string Run(string program, params string[] arguments)
    {
        var (code, output, error) = Tools.Run(program, arguments);
        var text = Encoding.UTF8.GetString(output);
        Assert.True(code == 0, $"{program} did not succeed: {text}{error}");
        return text;
    }

    private NbdServer Serve(string shape, bool isReadOnly, NbdEndPoint? endPoint = null)
    {
        if (!File.Exists(_folder["x.vhd"]))
        {
            Make(shape);
        }

        var parents = new DirectoryParentResolver(_folder.Path);
        var disk = VirtualDisk.Open(FileDiskFile.Open(_folder["x.vhd"], isReadOnly), parents);
        return NbdServer.Start(
            new DiskExport(disk, "web01"), endPoint ?? NbdEndPoint.UnixSocket(_folder["x.sock"]));
    }

    private void Make(string shape)
    {
        var isChain = shape.EndsWith("chain", StringComparison.Ordinal);
        var isVhdx = shape.StartsWith("vhdx", StringComparison.Ordinal);
        var creation = Any.Creation(SizeOf(shape), block: isVhdx ? 1024 * 1024 : 512 * 1024) with
        {
            Format = isVhdx ? VhdFormat.VHDX : VhdFormat.VHD,
            Type = shape == "fixed" ? VhdType.Fixed : VhdType.Dynamic,
            LogicalSectorSizeBytes = shape == "vhdx-4k" ? 4096 : 512,
        };
        _expected = new byte[creation.SizeBytes];
        var parents = new DirectoryParentResolver(_folder.Path);
        DiskCreation child;
        using (var disk = VirtualDisk.Create(FileDiskFile.CreateNew(_folder[isChain ? "base.vhd" : "x.vhd"]), creation))
        {
            Write(disk, 1_000_000, 1_200_000);
            child = creation with
            {
                Type = VhdType.Differencing, Identifier = Any.Identifier(2), Parent = Any.LinkTo(disk, "base.vhd"),
            };
        }

        if (isChain)
        {
            using var disk = VirtualDisk.Create(FileDiskFile.CreateNew(_folder["x.vhd"]), child, parents);
            Write(disk, 1_500_000, 100_000);
            Write(disk, 7_000_001, 3);
        }
    }

    private static long SizeOf(string shape) => shape == "vhdx-4k" ? 9 * 1024 * 1024 + 4096 : Any.Size;

    private void Write(VirtualDisk disk, int offset, int count)
    {
        var bytes = Any.Bytes(count, offset);
        disk.Write(offset, bytes);
        bytes.CopyTo(_expected, offset);
    }

    private byte[] Content()
    {
        using var disk = VirtualDisk.Open(
            FileDiskFile.Open(_folder["x.vhd"], readOnly: true), new DirectoryParentResolver(_folder.Path));
        return Any.Content(disk);
    }
}
