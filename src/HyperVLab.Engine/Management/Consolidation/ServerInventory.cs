using System.Globalization;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Consolidation;

/// <summary>
/// Draws servers as a company of the late 2000s had them. A server is a function of the seed and its number: an
/// inventory of 2,000 begins with the one of 1,000.
/// </summary>
public static class ServerInventory
{
    /// <summary>The most servers of an inventory (ours: their names have four digits).</summary>
    public const int MaxCount = 9_999;

    private const int ServersToASegment = 100;
    private const int ServersToAnApplication = 4;

    /// <summary>Draws servers.</summary>
    /// <param name="seed">What everything is drawn from.</param>
    /// <param name="count">How many.</param>
    /// <exception cref="LabException">There cannot be so many.</exception>
    public static IReadOnlyList<ServerDescription> Draw(long seed, int count)
    {
        if (count is < 1 or > MaxCount)
        {
            throw ConsolidationErrors.CountNotPossible.For(null, Text(count), Text(MaxCount));
        }

        var draws = new Draws(seed);
        return [.. Enumerable.Range(1, count).Select(number => Server(draws, number))];
    }

    private static ServerDescription Server(Draws draws, int number)
    {
        RoleProfile role = Weighted(RoleProfile.All, static one => one.Weight, draws, "inventory-role", number);
        ServerGeneration built = Weighted(
            ServerGeneration.All, static one => one.Weight, draws, "inventory-generation", number);
        int block = (number - 1) / ServersToASegment;
        int application = ApplicationOf(draws, role.Role, number, block);
        int memory = Pick(built.MemoryMegabytes, draws, "inventory-memory", number);
        (string edition, int servicePack) = OperatingSystems.Draw(draws, built.Year, memory, number);
        IReadOnlyList<ServerDisk> disks = ServerDisks.Draw(draws, role, built, number);
        return new ServerDescription
        {
            Number = number,
            Name = string.Create(CultureInfo.InvariantCulture, $"{role.Prefix}{number:0000}"),
            Role = role.Role,
            Application = application,
            Segment = block + 1,
            Year = built.Year,
            Model = built.Model,
            Processor = built.Processor,
            ProcessorGeneration = built.ProcessorGeneration,
            ProcessorSocketCount = Between(draws, 0, 100, "inventory-sockets", number) < 35 ? 1 : 2,
            CoresPerSocket = built.CoresPerSocket,
            Megahertz = built.Megahertz,
            CoreSpeed = built.CoreSpeed,
            MemoryMegabytes = memory,
            MemoryUsedMegabytes = memory * Between(
                draws, role.MemoryPercent.Low, role.MemoryPercent.High + 1, "inventory-memory-used", number) / 100,
            Disks = disks,
            NetworkAdapterCount = Between(draws, 0, 100, "inventory-nics", number) < 80 ? 2 : 1,
            NetworkMegabits = built.NetworkMegabits,
            EditionId = edition,
            ServicePack = servicePack,
            Devices =
            [
                Pick(built.Controllers, draws, "inventory-controller", number),
                Pick(built.Cards, draws, "inventory-card", number),
            ],
            IdleWatts = built.IdleWatts,
            BusyWatts = built.BusyWatts,
            Load = Load(draws, role, built, number, application, disks.Sum(static disk => disk.UsedBytes)),
        };
    }

    private static LoadProfile Load(
        Draws draws, RoleProfile role, ServerGeneration built, int number, int application, long usedBytes)
    {
        int most = built.NetworkMegabits * 1000 / 2;
        int idle = Between(draws, 5, 20, "load-idle", number);
        return new LoadProfile
        {
            Seed = draws.Seed,
            Server = number,
            Application = application,
            Role = role.Role,
            IdlePermille = idle,
            BusyPermille = (int)Math.Clamp(Spread.At(role.BusyPermille, Place(draws, "load-cpu", number)), idle, 700),
            BusyOperations = (int)Spread.At(role.Operations, Place(draws, "load-disk", number)),
            BusyKilobits = (int)Math.Min(most, Spread.At(role.Kilobits, Place(draws, "load-network", number))),
            BackupHour = Between(draws, 19, 29, "load-backup", number) % 24,
            BackupKilobits = (int)Math.Min(most, usedBytes * 8 / 1000 / (4 * 3600)),
            ShiftHours = Between(draws, 0, 3, "load-shift", application),
        };
    }

    // Tiers of an application are drawn from those of a segment; what stands alone has its own number, and the domain
    // controllers of a segment stand in for each other.
    private static int ApplicationOf(Draws draws, ServerRole role, int number, int block)
    {
        int first = (block * ServersToASegment) + 1;
        return role switch
        {
            ServerRole.DomainController => first,
            ServerRole.WebServer or ServerRole.ApplicationServer or ServerRole.DatabaseServer or ServerRole.BatchServer
                => first + 1
                    + Between(draws, 0, ServersToASegment / ServersToAnApplication, "inventory-application", number),
            _ => ServerInventory.MaxCount + number,
        };
    }

    private static T Weighted<T>(
        IReadOnlyList<T> all, Func<T, int> weight, Draws draws, string purpose, int number)
    {
        int place = Place(draws, purpose, number);
        int index = 0;
        while (place >= weight(all[index]))
        {
            place -= weight(all[index++]);
        }

        return all[index];
    }

    private static T Pick<T>(IReadOnlyList<T> all, Draws draws, string purpose, int number) =>
        all[Between(draws, 0, all.Count, purpose, number)];

    private static int Place(Draws draws, string purpose, int number) => Between(draws, 0, 1000, purpose, number);

    private static int Between(Draws draws, int low, int high, string purpose, int number) =>
        (int)draws.Between(low, high, purpose, number);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
