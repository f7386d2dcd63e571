using HyperVLab.Engine.Compute.Channels;

namespace HyperVLab.Engine.Compute.Tracing;

/// <summary>One hop of a frame or a disk request.</summary>
public sealed record IOHopView
{
    /// <summary>Its number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The computer; for what is between computers, the physical switch or network.</summary>
    public required string ComputerName { get; init; }

    /// <summary>Where on it.</summary>
    public required DevicePlace Place { get; init; }

    /// <summary>The partition: a virtual machine's name, the parent's or none.</summary>
    public required string Partition { get; init; }

    /// <summary>What carries the request there.</summary>
    public required string Component { get; init; }

    /// <summary>The file of the driver or process; empty for hardware.</summary>
    public required string Driver { get; init; }

    /// <summary>How long it takes there, in microseconds.</summary>
    public required double Microseconds { get; init; }

    /// <summary>Why it goes this way, or what takes the time; empty where that needs no words.</summary>
    public required string Reason { get; init; }

    /// <summary>Whether the request gets no further.</summary>
    public bool IsStop { get; init; }
}
