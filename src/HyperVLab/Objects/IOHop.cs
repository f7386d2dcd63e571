using HyperVLab.Engine.Compute.Channels;
using HyperVLab.Engine.Compute.Tracing;

namespace HyperVLab.Objects;

/// <summary>One hop of a frame or a disk request, as Trace-LabIO writes it.</summary>
public sealed class IOHop
{
    private readonly IOHopView _view;

    internal IOHop(IOHopView view) => _view = view;

    /// <summary>Its number, from 1.</summary>
    public int Number => _view.Number;

    /// <summary>The computer; for what is between computers, the physical switch or network.</summary>
    public string ComputerName => _view.ComputerName;

    /// <summary>The partition: a virtual machine's name, the parent's, or what is below and between them.</summary>
    public string Partition => _view.Partition;

    /// <summary>Where on the computer.</summary>
    public DevicePlace Place => _view.Place;

    /// <summary>What carries the request there.</summary>
    public string Component => _view.Component;

    /// <summary>The file of the driver or process; empty for hardware.</summary>
    public string Driver => _view.Driver;

    /// <summary>How long it takes there, in microseconds.</summary>
    public double Microseconds => _view.Microseconds;

    /// <summary>Why it goes this way, or what takes the time; empty where that needs no words.</summary>
    public string Reason => _view.Reason;

    /// <summary>Whether the request gets no further.</summary>
    public bool IsStop => _view.IsStop;

    /// <summary>Its number and component.</summary>
    public override string ToString() => $"{Number} {ComputerName}: {Component}";
}
