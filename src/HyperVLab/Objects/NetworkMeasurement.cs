using HyperVLab.Engine.Compute.Load;

namespace HyperVLab.Objects;

/// <summary>What becomes of traffic from one end to another, as Measure-LabNetwork writes it.</summary>
public sealed class NetworkMeasurement
{
    private readonly LoadFlowView _flow;

    internal NetworkMeasurement(LoadFlowView flow, IReadOnlyList<LoadProcessorView> processors)
    {
        _flow = flow;
        Processors = [.. processors.Select(static processor => new ProcessorLoad(processor))];
    }

    /// <summary>Where it begins.</summary>
    public string Source => _flow.Source;

    /// <summary>Where it ends.</summary>
    public string Destination => _flow.Destination;

    /// <summary>How much was offered, in bits a second; empty for as much as gets through.</summary>
    public long? OfferedBitsPerSecond => _flow.OfferedBitsPerSecond;

    /// <summary>How much gets through, payload only, in bits a second.</summary>
    public long BitsPerSecond => _flow.BitsPerSecond;

    /// <summary>How much of what is offered is dropped.</summary>
    public double DropPercent => _flow.DropPercent;

    /// <summary>How long a frame is on its way.</summary>
    public double LatencyMilliseconds => _flow.Latency.TotalMilliseconds;

    /// <summary>What holds it back: a link, a processor, or that no way leads there; empty for nothing.</summary>
    public string Bottleneck => _flow.Bottleneck;

    /// <summary>The processors that all of the measured traffic costs, of hosts and of virtual machines.</summary>
    public ProcessorLoad[] Processors { get; }

    /// <summary>From where to where.</summary>
    public override string ToString() => $"{Source} to {Destination}";
}
