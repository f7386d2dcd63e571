using HyperVLab.Engine;
using HyperVLab.Engine.Files;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Swarm;

namespace HyperVLab.Store.Tests;

public sealed class KillTests
{
    // More with HYPERVLAB_KILLS, for each of the seeds.
    private static readonly int s_kills =
        int.TryParse(Environment.GetEnvironmentVariable("HYPERVLAB_KILLS"), out int kills) ? kills : 5;

    [Theory]
    [InlineData(1, 20_000)]
    [InlineData(2, 300)]
    [InlineData(5, 40)]
    public void A_lab_is_where_it_was_after_a_kill_at_any_moment_and_goes_on_to_the_same_end(
        long seed, long stepsToImage)
    {
        var player = new SwarmPlayer();
        Kill(player.JournalOf(player.PlanOf(seed)), (int)seed, stepsToImage);
    }

    [Theory]
    [InlineData(1, 20_000)]
    [InlineData(2, 100)]
    [InlineData(3, 10)]
    [InlineData(4, 1)]
    public void Its_disks_are_what_they_were_whatever_was_being_written(int seed, long stepsToImage) =>
        Kill(DiskWork.Draw(seed), seed, stepsToImage);

    private static void Kill(JournalFile journal, int seed, long stepsToImage)
    {
        var settings = new KeepingSettings { IsDurable = false, StepsToImage = stepsToImage };
        using var folder = new TemporaryFolder();
        IReadOnlyList<bool> moments = KilledLab.Play(journal, Path.Combine(folder.Path, "whole"), [], settings).Moments;
        IEnumerable<int> chosen = Choose(moments, new Random(seed));

        KilledLab killed = KilledLab.Play(journal, folder.Path, chosen, settings);

        Assert.NotEmpty(killed.Pictures);
        using Lab end = Until(journal, journal.Entries.Count, journal.Applied);
        foreach ((string picture, int reported) in killed.Pictures)
        {
            GoOn(journal, picture, reported, settings, (end.StateHash, GuestBytes.DigestOf(end)));
        }
    }

    // Half of them while a disk was being written, which most of the time none is.
    private static IEnumerable<int> Choose(IReadOnlyList<bool> moments, Random random)
    {
        int[] disks = [.. Enumerable.Range(0, moments.Count).Where(moment => moments[moment])];
        return Enumerable.Range(0, s_kills).Select(kill =>
            kill % 2 == 0 && disks.Length > 0 ? disks[random.Next(disks.Length)] : random.Next(moments.Count));
    }

    private static void GoOn(
        JournalFile journal, string picture, int reported, KeepingSettings settings, (string State, string Bytes) end)
    {
        using StoredLab opened = StoredLab.Open(picture, name: null, settings);
        Lab lab = opened.Lab;
        int inputs = (int)lab.InputCount;
        Assert.True(inputs >= reported, $"{reported} inputs were reported, and {inputs} are there.");
        using (Lab same = Until(journal, inputs, lab.EventsApplied))
        {
            Assert.Equal(same.StateHash, lab.StateHash);
            Assert.Equal(GuestBytes.DigestOf(same), GuestBytes.DigestOf(lab));
        }

        foreach (JournalEntry entry in journal.Entries.Skip(inputs))
        {
            lab.Repeat(entry);
        }

        lab.RepeatEvents(journal.Applied);
        Assert.Equal(journal.Hash, lab.JournalHash);
        Assert.Equal(end, (lab.StateHash, GuestBytes.DigestOf(lab)));
    }

    private static Lab Until(JournalFile journal, int inputs, long applied) => Lab.Replay(
        journal with { Entries = [.. journal.Entries.Take(inputs)], Applied = applied }, new MemoryDiskStore());
}
