using System.Globalization;
using HyperVLab.Engine.Compute.Channels;
using HyperVLab.Engine.Compute.Tracing;

namespace HyperVLab.Pictures;

/// <summary>The way of a request through computers and what is between them, whoever draws it.</summary>
/// <param name="Title">What goes where.</param>
/// <param name="Facts">What is to know of it, a sentence each.</param>
/// <param name="Panels">The computers, and what is between them, in order.</param>
/// <param name="Coordinator">Who told the first computer where the file lies; null for nobody.</param>
internal sealed record WayPicture(
    string Title, IReadOnlyList<string> Facts, IReadOnlyList<WayPanel> Panels, string? Coordinator = null)
{
    /// <summary>What goes where.</summary>
    public static string TitleOf(IOTraceView trace) => trace.Kind switch
    {
        IORequestKind.Read => $"{trace.VMName}: reads {ByteText.Of(trace.Bytes)} from {FileOf(trace.Target)}",
        IORequestKind.Write => $"{trace.VMName}: writes {ByteText.Of(trace.Bytes)} to {FileOf(trace.Target)}",
        _ => $"{trace.VMName}: a frame of {ByteText.Count(trace.Bytes)} bytes to {trace.Target}",
    };

    /// <summary>The picture of a way.</summary>
    public static WayPicture Of(IOTraceView trace)
    {
        List<WayPanel> panels = [];
        List<IOHopView> here = [];
        foreach (IOHopView hop in trace.Hops)
        {
            if (here.Count > 0 && !IsSame(here[0], hop))
            {
                panels.Add(PanelOf(here));
                here.Clear();
            }

            here.Add(hop);
        }

        panels.Add(PanelOf(here));
        return new WayPicture(TitleOf(trace), [.. FactsOf(trace)], panels, trace.Coordinator);
    }

    /// <summary>Writes a time: microseconds, or milliseconds from one on.</summary>
    public static string TimeOf(double microseconds, string unit) => microseconds >= 1000
        ? string.Create(CultureInfo.InvariantCulture, $"{microseconds / 1000:0.00} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{microseconds:0.0} {unit}");

    private static string FileOf(string path) => path[(path.LastIndexOfAny(['\\', '/']) + 1)..];

    private static IEnumerable<string> FactsOf(IOTraceView trace)
    {
        string hops = trace.Hops.Count == 1 ? "1 hop" : $"{trace.Hops.Count} hops";
        yield return trace.Way;
        yield return $"{TimeOf(trace.Microseconds, "us")} in {hops}";
        if (!trace.HasArrived)
        {
            yield return $"stops at hop {trace.Hops.Count}: {trace.Hops[^1].Reason}";
        }
    }

    private static bool IsSame(IOHopView one, IOHopView other) =>
        (one.Place == DevicePlace.Network) == (other.Place == DevicePlace.Network)
        && (one.Place == DevicePlace.Network || one.ComputerName == other.ComputerName);

    private static WayPanel PanelOf(List<IOHopView> hops) => new(
        hops[0].ComputerName,
        hops[0].Place == DevicePlace.Network,
        hops.Any(static hop => hop.Partition is "parent" or "VMBus" or "hypervisor" || hop.Place == DevicePlace.Child),
        [.. hops.Select(HopOf)]);

    private static WayHop HopOf(IOHopView hop) => new(
        hop.Number,
        ZoneOf(hop.Place),
        hop.Place == DevicePlace.Child ? hop.Partition : string.Empty,
        hop.Place == DevicePlace.Network ? hop.ComputerName : hop.Component,
        hop.Driver,
        hop.Microseconds,
        hop.Reason,
        hop.IsStop);

    private static WayZone ZoneOf(DevicePlace place) => place switch
    {
        DevicePlace.Child => WayZone.Child,
        DevicePlace.VMBus => WayZone.Bus,
        DevicePlace.Hypervisor => WayZone.Hypervisor,
        DevicePlace.ParentProcess or DevicePlace.ParentKernel => WayZone.Parent,
        DevicePlace.Network => WayZone.Network,
        _ => WayZone.Hardware,
    };
}
