using System.Text;

namespace HyperVLab.Disks.Tests;

/// <summary>The tool that fuzzes for as long as one likes: here for a moment, so that it stays in order.</summary>
public class FuzzToolTests
{
    [Fact]
    public void Good_files_of_every_target_and_a_few_changed_ones_do_nothing_wrong()
    {
        using var folder = new TemporaryFolder();
        var (code, output) = Run(
            "--seconds", "5", "--seed", $"{Seed.Value}", "--timeout", "120", "--findings", folder["findings"]);
        Assert.True(code == 0, output);
        foreach (var target in new[] { "vhd-chain", "vhdx-chain", "partitions", "ntfs", "ext", "hive-log", "nbd" })
        {
            Assert.Contains($"   {target} ", output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_file_that_was_kept_is_run_again()
    {
        using var folder = new TemporaryFolder();
        using (var file = FileDiskFile.CreateNew(folder["vhd-1-7.bin"]))
        {
            HyperVLab.Disks.Vhd.VhdDisk.CreateDynamic(file, Any.Creation()).Dispose();
        }

        var (code, output) = Run("--replay", folder["vhd-1-7.bin"]);
        Assert.True(code == 0, output);
        Assert.StartsWith("vhd, seed 7: fine", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--target", "nothing")]
    [InlineData("--seconds", "0")]
    [InlineData("--seconds")]
    [InlineData("nonsense", "1")]
    public void What_it_is_not_told_rightly_it_does_not_do(params string[] arguments)
        => Assert.Equal(2, Run(arguments).Code);

    private static (int Code, string Output) Run(params string[] arguments)
    {
        // The tool is built beside the tests, in the same configuration.
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var root = here.Parent!.Parent!.Parent!.Parent!.Parent!.FullName;
        var tool = Path.Combine(
            root, "tools", "HyperVLab.Fuzz", "bin", here.Parent.Name, here.Name, "HyperVLab.Fuzz.dll");
        var (code, output, error) = Tools.Run(Environment.ProcessPath is { } path
            && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet", [tool, .. arguments]);
        return (code, Encoding.UTF8.GetString(output) + error);
    }
}
