namespace HyperVLab.Disks.Tests.Vhd;

/// <summary>Random sequences of everything that changes a disk, held against a plain array.</summary>
public class DiskModelTests
{
    [Theory]
    [InlineData(VhdType.Fixed)]
    [InlineData(VhdType.Dynamic)]
    [InlineData(VhdType.Differencing)]
    public void A_disk_agrees_with_a_plain_array_whatever_is_done_to_it(VhdType type) => Seed.Run(15, random =>
    {
        using var file = new MemoryDiskFile();
        var model = DiskModel.Make(random, file, type);
        for (var step = 0; step < 25; step++)
        {
            model.Step();
        }

        model.Compare();
    });

    [Theory]
    [InlineData(VhdType.Fixed)]
    [InlineData(VhdType.Dynamic)]
    public void SevenZip_and_qemu_read_the_same_after_random_changes(VhdType type)
    {
        var (sevenZip, qemu) = (Tools.Need("7zz"), Tools.Need("qemu-img"));
        Seed.Run(6, random =>
        {
            using var folder = new TemporaryFolder();
            using var file = FileDiskFile.CreateNew(folder["x.vhd"]);
            var model = DiskModel.Make(random, file, type);
            for (var step = 0; step < 25; step++)
            {
                model.Step();
            }

            model.Compare();
            file.Dispose();
            File.WriteAllBytes(folder["raw"], model.Bytes);
            var test = Tools.Run(sevenZip, "t", "-tvhd", folder["x.vhd"]);
            Assert.True(test.ExitCode == 0, System.Text.Encoding.UTF8.GetString(test.Output));
            Assert.True(model.Bytes.AsSpan().SequenceEqual(
                Tools.Run(sevenZip, "e", "-so", "-tvhd", folder["x.vhd"]).Output));
            var (code, _, error) = Tools.Run(
                qemu, "compare", "-f", "raw", "-F", "vpc", folder["raw"], folder["x.vhd"]);
            Assert.True(code == 0, error);
        });
    }
}
