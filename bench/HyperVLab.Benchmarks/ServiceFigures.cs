using HyperVLab.Engine;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Making;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Benchmarks;

/// <summary>
/// What a service asks of a lab of 200 hosts and 5,000 virtual machines: one small request and one reading, in floors
/// of the same run and in bytes, which others at work on the machine do not change.
/// </summary>
internal sealed class ServiceFigures(TextWriter output)
{
    private const int Hosts = 200;
    private const int Machines = 5_000;
    private const int Times = 2_000;

    /// <summary>Measures and prints.</summary>
    public void Run()
    {
        using var lab = new Lab("bench", 7, new MemoryDiskStore());
        Inventory.Build(
            new LabBuilder(lab), new NewLab { Subnet = "10.0.0.0", PrefixLength = 16 }, new InventorySize(Hosts, 0, 0));
        LabCaller caller = lab.Ask(new DefaultCaller());
        Key<PhysicalComputer>[] hosts = [.. lab.Views<PhysicalComputerView>()
            .Where(static host => host.Role == ComputerRole.HyperVHost)
            .Select(static host => new Key<PhysicalComputer>(host.Key))];
        for (int number = 0; number < Machines; number++)
        {
            lab.Send(
                new NewVM
                {
                    Name = $"VM{number}",
                    Computer = hosts[number % hosts.Length],
                    MemoryStartupBytes = 64L << 20,
                    NoVHD = true,
                },
                caller);
        }

        double floor = Meter.Median([Meter.Floor(), Meter.Floor(), Meter.Floor()]);
        output.WriteLine($"floor: {floor:N0} digests a second");
        Key<VirtualMachine> vm = new(Machines / 2);
        string name = lab.View<VirtualMachineView>(vm.Number)!.Name;
        Print(floor, "a note of a machine", number => lab.Send(
            new SetVM { VM = vm, Notes = number % 2 == 0 ? "one" : "other" }, caller));
        Print(floor, "one machine by key", _ => GC.KeepAlive(lab.View<VirtualMachineView>(vm.Number)));
        Print(floor, "one machine by name", _ => GC.KeepAlive(lab.Views<VirtualMachineView>(name)));
        Print(floor, "a page of 200 machines", _ =>
        {
            for (int key = 1; key <= 200; key++)
            {
                GC.KeepAlive(lab.View<VirtualMachineView>(key));
            }
        });
    }

    private void Print(double floor, string what, Action<int> work)
    {
        Do(work);
        long before = GC.GetTotalAllocatedBytes(precise: true);
        double seconds = Meter.Seconds(() => Do(work)) / Times;
        long bytes = (GC.GetTotalAllocatedBytes(precise: true) - before) / Times;
        output.WriteLine($"{what}: {seconds * floor:F1} floors, {seconds * 1e6:F1} us, {bytes:N0} bytes");
    }

    private static void Do(Action<int> work)
    {
        for (int number = 0; number < Times; number++)
        {
            work(number);
        }
    }
}
