using HyperVLab.Engine;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Making;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Benchmarks;

/// <summary>
/// What it takes to place 1,000 machines on 200 hosts, each one counting for the next. Each figure stands beside a
/// floor of the same run: digests of 256 bytes. Seconds are of the processor.
/// </summary>
internal sealed class PlacementFigures(TextWriter output)
{
    private const int Hosts = 200;
    private const int Machines = 1_000;
    private const int Rounds = 20;

    /// <summary>Measures and prints.</summary>
    public void Run()
    {
        using var lab = new Lab("bench", 7, new MemoryDiskStore());
        Inventory.Build(
            new LabBuilder(lab), new NewLab { Subnet = "10.0.0.0", PrefixLength = 16 }, new InventorySize(Hosts, 0, 0));
        PhysicalComputer[] computers = lab.Ask(new ComputersQuery());
        Measure(TextWriter.Null, computers, 1);
        double floor = Meter.Floor();
        output.WriteLine($"floor: {floor:N0} digests a second");
        Measure(output, computers, floor);
    }

    private static void Measure(TextWriter output, PhysicalComputer[] computers, double floor)
    {
        PlacementDemand[] demands = [.. Enumerable.Range(0, Machines).Select(Demand)];
        foreach (PlacementGoal goal in Enum.GetValues<PlacementGoal>())
        {
            int placed = 0;
            int used = 0;
            double seconds = Meter.Seconds(() =>
            {
                for (int round = 0; round < Rounds; round++)
                {
                    HostOffer?[] places = HostPlacement.Plan([.. computers.Select(Offer)], demands, goal: goal);
                    placed = places.Count(static place => place is not null);
                    used = places.Distinct().Count();
                }
            }) / Rounds;
            output.WriteLine($"{goal}: {placed} machines on {used} of {Hosts} hosts: {seconds * 1000:F1} ms, "
                + $"{seconds / Machines * floor:F1} floors a machine");
        }
    }

    private static HostOffer Offer(PhysicalComputer computer)
    {
        var offer = new HostOffer(computer, HostReserves.Usual) { NetworkBitsPerSecond = 2_000_000_000 };
        offer.Mount("C:", new VolumeOffer(isShared: false) { FreeBytes = 1L << 40 });
        return offer;
    }

    private static PlacementDemand Demand(int number) => new()
    {
        Name = "vm",
        MemoryBytes = (1 + (number * 7 % 4)) * (512L << 20),
        Processors = 1 + (number % 2),
        CpuPercent = 10 + (number * 13 % 50),
        DiskBytes = 20L << 30,
        DiskOperationsPerSecond = number * 11 % 100,
        NetworkBitsPerSecond = number * 17 % 100 * 1_000_000L,
    };

    private sealed record ComputersQuery : LabQuery<PhysicalComputer[]>
    {
        internal override PhysicalComputer[] Answer(LabState lab) =>
            [.. lab.Computers.Where(static one => one.HasFeature(FeatureCatalogue.HyperV))];
    }
}
