using System.Text;
using HyperVLab.Disks;
using HyperVLab.Disks.Tests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Tests.Storage;

namespace HyperVLab.Engine.Tests.Compute.Checkpoints;

/// <summary>Checkpoints whose disks are files of this computer, read without the lab's tables.</summary>
public sealed class RealFileTests : IDisposable
{
    private const int Megabytes = 60;
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string> Formats => new()
    {
        { "vhd", "HyperVServer2008R2" },
        { "vhdx", "HyperVServer2012" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_files_of_a_chain_find_their_parents_by_what_stands_in_them(string extension, string edition)
    {
        using TestLab lab = Create(edition);
        VirtualMachineView vm = lab.NewMachine(extension: extension);
        lab.GuestWrites(vm, 1, "first");
        lab.Checkpoint(vm, "one");
        lab.GuestWrites(vm, 2, "second");
        lab.Checkpoint(vm, "two");
        lab.GuestWrites(vm, 3, "third");

        string top = FileOf(lab, vm);
        Assert.Equal(["first", "second", "third"], [Read(top, 1), Read(top, 2), Read(top, 3)]);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_file_whose_merge_ended_with_its_host_still_finds_everything(string extension, string edition)
    {
        using TestLab lab = Create(edition);
        VirtualMachineView vm = HalfMerged(lab, extension);
        string top = FileOf(lab, vm);
        for (int at = 0; at < Megabytes; at++)
        {
            Assert.Equal($"new {at}", Read(top, at));
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Qemu_reads_from_the_merged_disk_what_the_guest_wrote(string extension, string edition)
    {
        string qemu = Tools.Need("qemu-img");
        using TestLab lab = Create(edition);
        VirtualMachineView vm = HalfMerged(lab, extension);
        lab.TakeTo(vm, "NODE2");
        lab.Advance(60);

        string merged = FileOf(lab, vm);
        Assert.EndsWith($"web01.{extension}", merged, StringComparison.Ordinal);
        string format = extension == "vhd" ? "vpc" : extension;
        string raw = _folder.At("raw.img");
        (int exit, _, string error) = Tools.Run(qemu, "convert", "-f", format, "-O", "raw", merged, raw);
        Assert.True(exit == 0, error);
        using FileStream bytes = File.OpenRead(raw);
        var sector = new byte[CheckpointLab.MarkBytes];
        for (int at = 0; at < Megabytes; at++)
        {
            bytes.Position = (long)at << 20;
            bytes.ReadExactly(sector);
            Assert.Equal($"new {at}", Encoding.ASCII.GetString(sector).TrimEnd('\0'));
        }
    }

    private static VirtualMachineView HalfMerged(TestLab lab, string extension)
    {
        VirtualMachineView vm = lab.NewMachine(extension: extension);
        Write(lab, vm, "old");
        VMSnapshotView snapshot = lab.Checkpoint(vm, "one");
        Write(lab, vm, "new");
        lab.Remove(snapshot);
        lab.Advance(1);
        lab.Kill("NODE1");
        Assert.NotEqual(0, lab.Merge().MergedBytes);
        return vm;
    }

    private static void Write(TestLab lab, VirtualMachineView vm, string what)
    {
        for (int at = 0; at < Megabytes; at++)
        {
            lab.GuestWrites(vm, at, $"{what} {at}");
        }
    }

    private static string FileOf(TestLab lab, VirtualMachineView vm) => lab.Read(state =>
        state.Disks.PathOf(DiskLocation.Of(CheckpointLab.FileOf(state, state.VirtualMachines[vm.Machine()]))))!;

    private static string Read(string path, int megabyte)
    {
        var sector = new byte[CheckpointLab.MarkBytes];
        using var disk = VirtualDisk.Open(
            FileDiskFile.Open(path, readOnly: true),
            new DirectoryParentResolver(Path.GetDirectoryName(path)!),
            readOnly: true);
        disk.Read((long)megabyte << 20, sector);
        return Encoding.ASCII.GetString(sector).TrimEnd('\0');
    }

    private TestLab Create(string edition) =>
        CheckpointLab.Create(new FolderDiskStore(_folder.At("store")), edition);
}
