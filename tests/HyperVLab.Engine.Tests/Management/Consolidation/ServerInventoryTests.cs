using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Management.Consolidation;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Tests.Management.Consolidation;

public sealed class ServerInventoryTests
{
    public static TheoryData<long> Seeds => [1, 2, 3, 7, 2009, -5];

    [Fact]
    public void The_same_seed_draws_the_same_servers_and_another_seed_draws_others()
    {
        Assert.Equal(Texts(7, 50), Texts(7, 50));
        Assert.NotEqual(Texts(7, 50), Texts(8, 50));
    }

    [Fact]
    public void A_longer_inventory_begins_with_the_shorter_one() => Assert.Equal(Texts(7, 60), Texts(7, 200)[..60]);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Names_are_computer_names_and_each_is_there_once(long seed)
    {
        IReadOnlyList<ServerDescription> servers = ServerInventory.Draw(seed, 1000);
        Assert.All(servers, static server => Assert.True(HostNames.IsComputerName(server.Name), server.Name));
        Assert.Equal(1000, servers.Select(static server => server.Name).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Disks_hold_what_they_have_in_use(long seed) => Assert.All(
        ServerInventory.Draw(seed, 1000).SelectMany(static server => server.Disks),
        static disk => Assert.InRange(disk.UsedBytes, 1, disk.SizeBytes * 9 / 10));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Systems_and_devices_are_those_that_servers_of_a_lab_have(long seed) => Assert.All(
        ServerInventory.Draw(seed, 1000),
        static server =>
        {
            Assert.True((long)server.MemoryMegabytes << 20 <= server.Edition.MaxMemoryBytes, server.Name);
            Assert.All(server.Devices, static device => Assert.NotNull(ServerDevices.Find(device)));
        });

    // Intel's estimate of early 2009: 40 % of the installed base have processors of one core, 40 % of two.
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Ages_are_those_of_the_installed_base_of_2009(long seed)
    {
        IReadOnlyList<ServerDescription> servers = ServerInventory.Draw(seed, 1000);
        Assert.InRange(servers.Count(static server => server.CoresPerSocket == 1), 360, 460);
        Assert.InRange(servers.Count(static server => server.CoresPerSocket == 2), 340, 440);
    }

    // Computer Economics, July 2006: on prime shift over 90 % of servers with Windows use less than 20 %.
    // McKinsey 2008 and Gartner 2012: 6 % and 12 % on the whole.
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Servers_are_as_idle_as_those_that_were_studied(long seed)
    {
        IReadOnlyList<LoadSample>[] weeks =
            [.. ServerInventory.Draw(seed, 1000).Select(static server => LoadWeek.Of(server.Load))];
        Assert.InRange(weeks.Count(static week => InOfficeHours(week) < 200), 900, 960);
        Assert.InRange(weeks.Average(static week => week.Average(static hour => hour.ProcessorPermille)), 48, 120);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(10_000)]
    public void A_count_that_no_inventory_has_is_refused(int count) => Assert.Equal(
        "InventoryCountNotPossible",
        Assert.Throws<LabException>(() => ServerInventory.Draw(7, count)).Error.Key);

    private static string[] Texts(long seed, int count) =>
        [.. ServerInventory.Draw(seed, count).Select(static server =>
            $"{server} {string.Join(' ', server.Disks)} {string.Join(' ', server.Devices)}")];

    private static double InOfficeHours(IReadOnlyList<LoadSample> week) => week.Index()
        .Where(static hour => hour.Index < LoadWeek.WeekdayHours && hour.Index % 24 is >= 8 and < 18)
        .Average(static hour => hour.Item.ProcessorPermille);
}
