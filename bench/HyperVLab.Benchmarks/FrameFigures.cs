using HyperVLab.Engine;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Benchmarks;

/// <summary>
/// Frames a second of one core through a virtual switch with 1,000 ports, beside a floor of the same run: to find a
/// number in a table of 1,000 and to count it, which is the least that any switch does for a frame.
/// </summary>
internal sealed class FrameFigures(TextWriter output)
{
    private const int Ports = 1_000;
    private const int Frames = 5_000_000;
    private const int Rounds = 9;

    /// <summary>Measures and prints: both sides warm, by turns, and the medians of all rounds.</summary>
    public void Run()
    {
        (LabState lab, SwitchPlane plane, VirtualPort[] ports) = Switch(out long bytesEach);
        Forward(lab, plane, ports, Frames / 10);
        Floor(ports, Frames / 10);
        Broadcast(lab, plane, ports);
        double[] floors = new double[Rounds];
        double[] rates = new double[Rounds];
        double[] copies = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            (lab, plane, ports) = Switch(out _); // Time stands still, so a round fills the ports' buffers.
            floors[round] = Floor(ports, Frames);
            rates[round] = Forward(lab, plane, ports, Frames);
            copies[round] = Broadcast(lab, plane, ports);
        }

        double[] ratios = [.. floors.Zip(rates, static (floor, rate) => floor / rate)];
        output.WriteLine($"medians of {Rounds} rounds, by turns:");
        output.WriteLine($"floor: {Meter.Median(floors):N0} look-ups a second");
        output.WriteLine(
            $"unicast, {Ports} ports: {Meter.Median(rates):N0} frames a second ({rates.Min():N0} to {rates.Max():N0}), "
                + $"{Meter.Median(ratios):F1} floors");
        output.WriteLine($"broadcast, {Ports} ports: {Meter.Median(copies):N0} copies a second");
        output.WriteLine($"managed memory: {bytesEach} bytes a port");
    }

    private static double Forward(LabState lab, SwitchPlane plane, VirtualPort[] ports, int count)
    {
        FrameWalk walk = lab.Frames;
        long delivered = 0;
        TimeSpan begun = Environment.CpuUsage.TotalTime;
        for (int number = 0; number < count; number++)
        {
            VirtualPort from = ports[number % Ports];
            VirtualPort to = ports[(int)(number * 7919L % Ports)];
            plane.FromPort(walk.Begin(), from, new EthernetFrame(from.Mac, to.Mac, 0, 64, FrameKind.Data));
            delivered += walk.Deliveries.Count;
        }

        double seconds = (Environment.CpuUsage.TotalTime - begun).TotalSeconds;
        return delivered > count * 0.99
            ? count / seconds
            : throw new InvalidOperationException($"Only {delivered} of {count} frames arrived.");
    }

    private static double Broadcast(LabState lab, SwitchPlane plane, VirtualPort[] ports)
    {
        const int Count = 2_000;
        FrameWalk walk = lab.Frames;
        long delivered = 0;
        TimeSpan begun = Environment.CpuUsage.TotalTime;
        for (int number = 0; number < Count; number++)
        {
            VirtualPort from = ports[number % Ports];
            plane.FromPort(
                walk.Begin(), from, new EthernetFrame(from.Mac, EthernetFrame.Everybody, 0, 64, FrameKind.Data));
            delivered += walk.Deliveries.Count;
        }

        return delivered / (Environment.CpuUsage.TotalTime - begun).TotalSeconds;
    }

    private static double Floor(VirtualPort[] ports, int count)
    {
        var table = new Dictionary<ulong, int>();
        long[] counts = new long[Ports];
        for (int number = 0; number < Ports; number++)
        {
            table.Add(ports[number].Mac, number);
        }

        TimeSpan begun = Environment.CpuUsage.TotalTime;
        for (int number = 0; number < count; number++)
        {
            counts[table[ports[(int)(number * 7919L % Ports)].Mac]]++;
        }

        GC.KeepAlive(counts);
        return count / (Environment.CpuUsage.TotalTime - begun).TotalSeconds;
    }

    private static (LabState Lab, SwitchPlane Plane, VirtualPort[] Ports) Switch(out long bytesEach)
    {
        var lab = new LabState(7, new MemoryDiskStore());
        PhysicalComputer host = HostFactory.AddComputer(lab, "HV1", ComputerRole.HyperVHost, new HostHardware
        {
            ProcessorSocketCount = 2,
            CoresPerSocket = 4,
            ProcessorVendor = "GenuineIntel",
            MemoryBytes = 1L << 36,
            NetworkAdapterCount = 1,
            LocalDiskSizeBytes = 1L << 36,
        });
        HostFactory.InstallAtOnce(lab, host, "HyperVServer2008R2");
        VirtualSwitch made = VMSwitches.Create(lab, host.Key, "VMs", VMSwitchType.Private, null, false);
        SwitchPlane plane = lab.SwitchPlanes.Of(lab, made.Key);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        for (int number = 0; number < Ports; number++)
        {
            Station station = Stations.Add(lab, MacAddresses.ToText(0x0015_5D00_0000 + (ulong)number));
            Stations.Connect(lab, station.Key, made.Key);
            Stations.SetLink(lab, station.Key, hasLink: true);
            Counting.Of(lab, station);
        }

        bytesEach = (GC.GetTotalMemory(forceFullCollection: true) - before) / Ports;
        return (lab, plane, [.. plane.Ports]);
    }
}
