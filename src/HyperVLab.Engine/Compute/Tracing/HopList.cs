using HyperVLab.Engine.Compute.Channels;

namespace HyperVLab.Engine.Compute.Tracing;

/// <summary>Gathers the hops of a request.</summary>
internal sealed class HopList
{
    private readonly List<IOHopView> _hops = [];

    /// <summary>Those gathered.</summary>
    public IReadOnlyList<IOHopView> Hops => _hops;

    /// <summary>How long they take together, in microseconds.</summary>
    public double Microseconds => _hops.Sum(static hop => hop.Microseconds);

    /// <summary>Adds a hop.</summary>
    public void Add(
        DevicePlace place,
        string computer,
        string partition,
        string component,
        string driver,
        double nanoseconds,
        string reason = "") => _hops.Add(new IOHopView
        {
            Number = _hops.Count + 1,
            ComputerName = computer,
            Place = place,
            Partition = partition,
            Component = component,
            Driver = driver,
            Microseconds = Math.Round(nanoseconds / 1000, 3),
            Reason = reason,
        });

    /// <summary>Adds a layer of a machine's device.</summary>
    public void Add(DeviceLayer layer, string vm, double nanoseconds, string reason = "") => Add(
        layer.Place, layer.ComputerName, PartitionOf(layer.Place, vm), TraceNames.Of(layer.Name), layer.Driver,
        nanoseconds, reason);

    /// <summary>Says that the request gets no further than the last hop.</summary>
    public void Stop(string reason) => _hops[^1] = _hops[^1] with { IsStop = true, Reason = reason };

    /// <summary>Lets the last hop take longer.</summary>
    public void Wait(double nanoseconds, string reason) => _hops[^1] = _hops[^1] with
    {
        Microseconds = Math.Round(_hops[^1].Microseconds + (nanoseconds / 1000), 3),
        Reason = $"{_hops[^1].Reason}; {reason}",
    };

    /// <summary>What a place is called by the partition that it is in.</summary>
    public static string PartitionOf(DevicePlace place, string vm) => place switch
    {
        DevicePlace.Child => vm,
        DevicePlace.VMBus => "VMBus",
        DevicePlace.Hypervisor => "hypervisor",
        DevicePlace.ParentProcess or DevicePlace.ParentKernel => "parent",
        DevicePlace.Network => "network",
        _ => "hardware",
    };
}
