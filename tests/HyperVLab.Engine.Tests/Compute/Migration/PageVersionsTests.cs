using System.Diagnostics;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Compute;

public sealed class PageVersionsTests
{
    private const long Page = 4096;
    private static readonly TimeSpan s_start = TimeSpan.FromSeconds(100);

    [Fact]
    public void What_was_written_in_a_time_is_what_has_another_version_after_it()
    {
        TrackedMemory memory = Memory(hot: 300, hotRate: 700, sweepRate: 150);
        memory.Write(new GuestWrites(s_start + TimeSpan.FromSeconds(3), 90 * Page, 500 * Page, 0));
        memory.Write(new GuestWrites(s_start + TimeSpan.FromSeconds(5), 0, 0, 4000 * Page));
        var versions = new PageVersions(new Draws(7), memory);
        for (int from = 0; from < 70; from += 3)
        {
            for (int to = from; to < 70; to += 5)
            {
                (TimeSpan after, TimeSpan upTo) = (At(from), At(to));
                long[] changed = [.. Enumerable.Range(0, (int)memory.PageCount).Select(page => (long)page)
                    .Where(page => versions.Of(page, after) != versions.Of(page, upTo))];

                Assert.Equal(changed, versions.Written(after, upTo).Pages());
            }
        }
    }

    [Fact]
    public void Each_write_raises_one_version_by_one()
    {
        TrackedMemory memory = Memory(hot: 300, hotRate: 700, sweepRate: 150);
        var versions = new PageVersions(new Draws(7), memory);

        long sum = Enumerable.Range(0, (int)memory.PageCount).Sum(page => versions.Of(page, At(45)));

        Assert.Equal((long)(4.5 * (700 + 150)), sum);
    }

    [Fact]
    public void A_hot_set_is_dirty_after_two_rounds_at_the_latest_and_never_grows_beyond_itself()
    {
        var versions = new PageVersions(new Draws(7), Memory(hot: 300, hotRate: 300, sweepRate: 0));

        Assert.InRange(versions.Written(At(3), At(13)).Count, 151, 300);
        Assert.Equal(300, versions.Written(At(3), At(23)).Count);
        Assert.Equal(300, versions.Written(At(3), At(9000)).Count);
    }

    [Fact]
    public void Another_seed_visits_the_hot_set_in_another_order()
    {
        TrackedMemory memory = Memory(hot: 300, hotRate: 300, sweepRate: 0);

        Assert.NotEqual(
            new PageVersions(new Draws(7), memory).Written(At(0), At(3)).Pages(),
            new PageVersions(new Draws(8), memory).Written(At(0), At(3)).Pages());
    }

    [Fact]
    public void Sixty_four_gigabytes_at_rest_cost_nothing_and_any_rate_costs_what_memory_there_is()
    {
        TrackedMemory idle = Memory(0, 0, 0, 16 << 20);
        TrackedMemory busy = Memory(1 << 20, 1L << 28, 1L << 28, 16 << 20);
        var watch = Stopwatch.StartNew();
        for (int times = 0; times < 1000; times++)
        {
            Assert.Equal(0, new PageVersions(new Draws(7), idle).Written(At(0), At(9000)).Count);
        }

        Assert.Equal(16 << 20, new PageVersions(new Draws(7), busy).Written(At(0), At(9000)).Count);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    private static TimeSpan At(int tenths) => s_start + TimeSpan.FromMilliseconds(100 * tenths);

    private static TrackedMemory Memory(long hot, long hotRate, long sweepRate, long pages = 2048)
    {
        using TestLab lab = ComputeLab.Create();
        VirtualMachineView view = lab.NewVM("web01");
        TrackedMemory? memory = null;
        lab.Arrange(state =>
        {
            VirtualMachine vm = state.VirtualMachines[view.Machine()];
            vm.SetMemory(pages * Page);
            vm.SetWorkload(hotRate * Page, hot * Page, sweepRate * Page);
            vm.SetGuest(GuestState.Running);
            memory = new TrackedMemory(new Key<TrackedMemory>(1), new Key<Migration>(3), vm, s_start);
        });
        return memory!;
    }
}
