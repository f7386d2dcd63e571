using HyperVLab.Engine;
using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Making;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Benchmarks;

/// <summary>
/// What a whole lab does in a second, through its door. Each figure stands beside a floor of the same run: what any
/// lab with a journal must do for one input, a digest of 256 bytes and a line in a list. Seconds are of the processor.
/// </summary>
internal sealed class LabFigures(TextWriter output)
{
    private const int VMsPerHost = 50;
    private const int Lookups = 1_000;
    private const int Migrations = 1_000;

    /// <summary>Measures and prints.</summary>
    /// <param name="part">What: machines, tutorial, migrations, quiet or pings; null for all.</param>
    public void Run(string? part)
    {
        double floor = Meter.Median([Meter.Floor(), Meter.Floor(), Meter.Floor()]);
        output.WriteLine($"floor: {floor:N0} digests a second");
        foreach ((string name, Action measure) in new (string, Action)[]
        {
            ("machines", () => Machines(floor)),
            ("tutorial", Tutorial),
            ("migrations", () => Migrate(floor)),
            ("quiet", QuietDay),
            ("pings", () => PingMinutes(floor)),
        })
        {
            if (part is null || part == name)
            {
                measure();
            }
        }
    }

    private void Machines(double floor)
    {
        Measure(1_000, 0, TextWriter.Null);
        foreach (int count in new[] { 1_000, 10_000 })
        {
            Measure(count, floor, output);
        }
    }

    private static void Measure(int count, double floor, TextWriter output)
    {
        int hostCount = (count + VMsPerHost - 1) / VMsPerHost;
        using Lab lab = Hosts(hostCount, out LabCaller caller, out Key<PhysicalComputer>[] hosts);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        Print(output, floor, $"create, {count} VMs", count, () =>
        {
            for (int number = 0; number < count; number++)
            {
                lab.Send(NewMachine(number, hosts), caller);
            }
        });
        Print(output, floor, $"start, {count} VMs", count, () =>
        {
            for (int number = 1; number <= count; number++)
            {
                lab.Send(new StartVM { VM = new Key<VirtualMachine>(number) }, caller);
            }

            while (lab.TakeEvent())
            {
            }
        });
        Print(output, floor, $"list, {count} VMs", count, () => GC.KeepAlive(lab.Views<VirtualMachineView>()));
        Print(output, floor, $"get by name, {count} VMs", Lookups, () =>
        {
            for (int number = 0; number < Lookups; number++)
            {
                GC.KeepAlive(lab.Views<VirtualMachineView>($"VM{number * 7919L % count}"));
            }
        });
        long after = GC.GetTotalMemory(forceFullCollection: true);
        output.WriteLine($"  managed heap: {(after - before) / 1e6:F1} MB, {(after - before) / count} bytes a VM");
    }

    // The whole of it: steps 1 to 9, the cluster role, two live migrations beside a ping, and the power cut.
    private void Tutorial()
    {
        using var lab = new Lab("tutorial", 7, new MemoryDiskStore());
        var builder = new LabBuilder(lab);
        double first = Meter.Seconds(() => BladeCenterS.Build(builder));
        output.WriteLine($"tutorial, steps 1 to 9: {first * 1000:F1} ms");
        double all = first + Meter.Seconds(() => FinishTutorial(builder));
        output.WriteLine(
            $"tutorial, all steps: {all * 1000:F1} ms, {lab.EventsApplied} events, "
            + $"{lab.Now.TotalSeconds / all:N0} virtual seconds a second");
    }

    private static void FinishTutorial(LabBuilder builder)
    {
        MakeAvailable(builder, "web01");
        builder.Begin(new TestConnection { TargetName = "web01", Repeat = true });
        Move(builder, "web01", "HVR2NODO1");
        Move(builder, "web01", "HVR2NODO2");
        BladeCenterS.BuildVM(builder, "db01", "HVR2NODO1", "192.168.10.42");
        MakeAvailable(builder, "db01");
        builder.Begin(new TestConnection { TargetName = "db01", Repeat = true });
        builder.Do(new StopHost { Computer = builder.Computer("HVR2NODO2"), TurnOff = true });
        builder.Rest(TimeSpan.FromMinutes(4));
    }

    private void Migrate(double floor)
    {
        using var lab = new Lab("migrations", 7, new MemoryDiskStore());
        var builder = new LabBuilder(lab);
        BladeCenterS.Build(builder);
        MakeAvailable(builder, "web01");
        MoveToAndFro(builder);
        long events = lab.EventsApplied;
        Print(output, floor, "live migrations", Migrations, () => MoveToAndFro(builder));
        output.WriteLine($"  {(lab.EventsApplied - events) / (double)Migrations:F1} events a migration");
    }

    private static void MoveToAndFro(LabBuilder builder)
    {
        for (int number = 0; number < Migrations; number++)
        {
            Move(builder, "web01", number % 2 == 0 ? "HVR2NODO1" : "HVR2NODO2");
        }
    }

    // A hundred pings that never end, each between two hosts of a hundred.
    private void PingMinutes(double floor)
    {
        using Lab lab = Hosts(100, out LabCaller caller, out Key<PhysicalComputer>[] hosts);
        string[] names = [.. lab.Views<PhysicalComputerView>()
            .Where(one => one.Role == ComputerRole.HyperVHost)
            .Select(one => one.Name)];
        for (int number = 0; number < hosts.Length; number++)
        {
            string target = names[(number + 1) % names.Length];
            lab.Send(new TestConnection { Source = hosts[number], TargetName = target, Repeat = true }, caller);
        }

        lab.AdvanceTo(lab.Now + TimeSpan.FromMinutes(1));
        int before = lab.Views<PingView>().Sum(ping => ping.Sent);
        double seconds = Meter.Seconds(() => lab.AdvanceTo(lab.Now + TimeSpan.FromMinutes(10)));
        int sent = lab.Views<PingView>().Sum(ping => ping.Sent) - before;
        double rate = sent / seconds;
        output.WriteLine(
            $"ten minutes of 100 pings: {seconds * 1000:F1} ms, "
            + $"{sent} echo requests, {rate:N0} a second, {floor / rate:F2} floors");
    }

    private static void MakeAvailable(LabBuilder builder, string name)
    {
        builder.Do(new AddClusterVirtualMachineRole { VM = new(builder.Lab.Views<VirtualMachineView>(name)[0].Key) });
        builder.Do(new StartClusterGroup { Group = new(builder.Lab.Views<ClusterGroupView>(name)[0].Key) });
        builder.Rest(TimeSpan.FromMinutes(2));
    }

    private static void Move(LabBuilder builder, string name, string node) =>
        builder.Do(new MoveClusterVirtualMachineRole
        {
            Group = new(builder.Lab.Views<ClusterGroupView>(name)[0].Key),
            Node = new(builder.Lab.Views<ClusterNodeView>(node)[0].Key),
            MigrationType = VmMigrationType.Live,
        });

    private void QuietDay()
    {
        using Lab lab = Hosts(1_000, out LabCaller caller, out Key<PhysicalComputer>[] hosts);
        for (int number = 0; number < 10_000; number++)
        {
            var vm = new Key<VirtualMachine>(lab.Send(NewMachine(number, hosts), caller).ResultKey!.Value);
            lab.Send(new StartVM { VM = vm }, caller);
        }

        lab.AdvanceTo(lab.Now + TimeSpan.FromHours(1));
        long events = lab.EventsApplied;
        double seconds = Meter.Seconds(() => lab.AdvanceTo(lab.Now + TimeSpan.FromDays(1)));
        output.WriteLine(
            $"quiet day, 1,000 hosts and 10,000 VMs: {seconds * 1000:F2} ms, "
            + $"{lab.EventsApplied - events} events");
    }

    private static NewVM NewMachine(int number, Key<PhysicalComputer>[] hosts) => new()
    {
        Name = $"VM{number}",
        Computer = hosts[number % hosts.Length],
        MemoryStartupBytes = 64L << 20,
        NoVHD = true,
    };

    private static Lab Hosts(int count, out LabCaller caller, out Key<PhysicalComputer>[] hosts)
    {
        var lab = new Lab("bench", 7, new MemoryDiskStore());
        Inventory.Build(
            new LabBuilder(lab), new NewLab { Subnet = "10.0.0.0", PrefixLength = 16 }, new InventorySize(count, 0, 0));
        caller = lab.Ask(new DefaultCaller());
        hosts = [.. lab.Views<PhysicalComputerView>()
            .Where(host => host.Role == ComputerRole.HyperVHost)
            .Select(host => new Key<PhysicalComputer>(host.Key))];
        return lab;
    }

    private static void Print(TextWriter output, double floor, string what, int count, Action work)
    {
        double seconds = Meter.Seconds(work);
        output.WriteLine(
            $"  {what,-24} {seconds * 1000,9:F1} ms {count / seconds,12:N0} a second, "
            + $"{floor * seconds / count,6:F1} floors");
    }
}
