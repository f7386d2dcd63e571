using System.Diagnostics;
using HyperVLab.Engine;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Benchmarks;

/// <summary>
/// Frames a second through a virtual switch with 1,000 ports, beside a floor of the same run: to find a number in a
/// table of 1,000 and to count it, which is the least that any switch does for a frame.
/// </summary>
internal sealed class FrameFigures(TextWriter output)
{
    private const int Ports = 1_000;
    private const int Frames = 5_000_000;

    /// <summary>Measures and prints.</summary>
    public void Run()
    {
        (LabState lab, SwitchPlane plane, VirtualPort[] ports) = Switch(out long bytesEach);
        Forward(lab, plane, ports, Frames / 10);
        (lab, plane, ports) = Switch(out _);
        double floor = Floor(ports);
        double rate = Forward(lab, plane, ports, Frames);
        output.WriteLine($"floor: {floor:N0} look-ups a second");
        output.WriteLine($"unicast, {Ports} ports: {rate:N0} frames a second, {floor / rate:F1} floors");
        (lab, plane, ports) = Switch(out _);
        output.WriteLine($"broadcast, {Ports} ports: {Broadcast(lab, plane, ports):N0} copies a second");
        output.WriteLine($"managed memory: {bytesEach} bytes a port");
    }

    private static double Forward(LabState lab, SwitchPlane plane, VirtualPort[] ports, int count)
    {
        FrameWalk walk = lab.Frames;
        long delivered = 0;
        var watch = Stopwatch.StartNew();
        for (int number = 0; number < count; number++)
        {
            VirtualPort from = ports[number % Ports];
            VirtualPort to = ports[(int)(number * 7919L % Ports)];
            plane.FromPort(walk.Begin(), from, new EthernetFrame(from.Mac, to.Mac, 0, 64, FrameKind.Data));
            delivered += walk.Deliveries.Count;
        }

        double seconds = watch.Elapsed.TotalSeconds;
        return delivered > count * 0.99
            ? count / seconds
            : throw new InvalidOperationException($"Only {delivered} of {count} frames arrived.");
    }

    private static double Broadcast(LabState lab, SwitchPlane plane, VirtualPort[] ports)
    {
        const int Rounds = 5_000;
        FrameWalk walk = lab.Frames;
        long delivered = 0;
        var watch = Stopwatch.StartNew();
        for (int number = 0; number < Rounds; number++)
        {
            VirtualPort from = ports[number % Ports];
            plane.FromPort(
                walk.Begin(), from, new EthernetFrame(from.Mac, EthernetFrame.Everybody, 0, 64, FrameKind.Data));
            delivered += walk.Deliveries.Count;
        }

        return delivered / watch.Elapsed.TotalSeconds;
    }

    private static double Floor(VirtualPort[] ports)
    {
        var table = new Dictionary<ulong, int>();
        long[] counts = new long[Ports];
        for (int number = 0; number < Ports; number++)
        {
            table.Add(ports[number].Mac, number);
        }

        var watch = Stopwatch.StartNew();
        for (int number = 0; number < Frames; number++)
        {
            counts[table[ports[(int)(number * 7919L % Ports)].Mac]]++;
        }

        GC.KeepAlive(counts);
        return Frames / watch.Elapsed.TotalSeconds;
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
