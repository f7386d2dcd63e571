using HyperVLab.Engine;
using HyperVLab.Engine.Files;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Scenarios.Tests;

/// <summary>
/// The journal that the tutorial's script made, as it is kept beside it: the golden history of this model version.
/// </summary>
public sealed class KeptJournalTests
{
    [Fact]
    public void It_replays_to_its_hash_over_disks_in_memory()
    {
        JournalFile journal = Kept();
        using Lab lab = Lab.Replay(journal, new MemoryDiskStore());

        Assert.True(
            journal.Hash == lab.JournalHash,
            "Write it anew: ./labs/bladecenter-s.ps1 -JournalPath labs/bladecenter-s.json");
    }

    [Fact]
    public void It_replays_to_the_same_over_real_files()
    {
        JournalFile journal = Kept();
        using var folder = new TemporaryFolder();
        using Lab inMemory = Lab.Replay(journal, new MemoryDiskStore());
        using Lab inFiles = Lab.Replay(journal, new FolderDiskStore(folder.Path));

        Assert.Equal(inMemory.JournalHash, inFiles.JournalHash);
        Assert.Equal(inMemory.StateHash, inFiles.StateHash);
        Assert.Equal(2, Directory.GetFiles(folder.Path, "*.vhd", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public void It_tells_of_one_machine_that_answered_throughout_and_one_that_came_back()
    {
        using Lab lab = Lab.Replay(Kept(), new MemoryDiskStore());

        PingView[] pings = [.. lab.Views<PingView>()];

        Assert.Equal(["web01", "db01"], pings.Select(ping => ping.Target));
        Assert.InRange(pings[0].Lost, 10, 120);
        Assert.Equal(0, pings[1].Lost);
    }

    private static JournalFile Kept()
    {
        using StreamReader text = File.OpenText(Path.Combine(Root(), "labs", "bladecenter-s.json"));
        return JournalFile.ReadFrom(text);
    }

    private static string Root()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "HyperVLab.sln")))
        {
            folder = Path.GetDirectoryName(folder)
                ?? throw new InvalidOperationException("No HyperVLab.sln above the tests.");
        }

        return folder;
    }
}
