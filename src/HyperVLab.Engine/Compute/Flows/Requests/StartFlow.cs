using HyperVLab.Engine.Compute.Load;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Requests;

/// <summary>
/// Opens a TCP connection from one end to another and sends over it. A program listens at the other end for its sake,
/// unless somebody closed the port.
/// </summary>
public sealed record StartFlow : LabRequest
{
    /// <summary>The virtual machine that sends; null for a computer.</summary>
    [Target("Source")]
    public Key<VirtualMachine>? SourceVM { get; init; }

    /// <summary>The computer that sends; null for a virtual machine.</summary>
    [Target("Source")]
    public Key<PhysicalComputer>? SourceComputer { get; init; }

    /// <summary>The virtual machine that gets it; null for a computer.</summary>
    [Target("Destination")]
    public Key<VirtualMachine>? DestinationVM { get; init; }

    /// <summary>The computer that gets it; null for a virtual machine.</summary>
    [Target("Destination")]
    public Key<PhysicalComputer>? DestinationComputer { get; init; }

    /// <summary>The port at which the other end listens.</summary>
    public int Port { get; init; } = TcpSettings.FlowPort;

    /// <summary>How fast to send at most, in bits a second; null for as fast as the way allows.</summary>
    public long? RateBitsPerSecond { get; init; }

    /// <summary>How many bytes to send; null for without end.</summary>
    public long? Bytes { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        LoadEnd from = FlowRules.DemandEnd(lab, SourceVM, SourceComputer, "-Source");
        LoadEnd to = FlowRules.DemandEnd(lab, DestinationVM, DestinationComputer, "-Destination");
        FlowRules.DemandPort(Port);
        if (RateBitsPerSecond < 1 || Bytes < 1)
        {
            throw FlowErrors.NotPossible.For(NetworkRules.Text(Port));
        }

        (FlowEnd source, _) = FlowRules.DemandEnds(lab, from, to);
        if (from == to)
        {
            throw FlowErrors.ToItself.For(source.Name, source.Name);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        (FlowEnd from, FlowEnd to) = FlowRules.DemandEnds(
            lab, new LoadEnd(SourceVM, SourceComputer), new LoadEnd(DestinationVM, DestinationComputer));
        Flow flow = lab.Flows.Add(key => new Flow(key, job.Key, from, to, Port, lab.Now));
        flow.Ask(Bytes, RateBitsPerSecond);
        job.GoOn();
        job.Give(flow.Key);
        lab.Step(job.Key, $"Connecting to {to.Name} [{to.Address}], port {NetworkRules.Text(Port)}", 0);
        FlowAttempts.Connect(lab, flow);
        Flows.Settle(lab);
    }
}
