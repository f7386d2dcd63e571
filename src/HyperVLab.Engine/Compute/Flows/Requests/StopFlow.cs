using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Requests;

/// <summary>Ends a TCP connection.</summary>
public sealed record StopFlow : LabRequest
{
    /// <summary>The connection.</summary>
    [Target("Id")]
    public required Key<Flow> Flow { get; init; }

    private string Number => NetworkRules.Text(Flow.Number);

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        Flow flow = lab.Flows.Find(Flow) ?? throw FlowErrors.NoSuchFlow.For(Number, Number);
        if (flow.HasEnded)
        {
            throw FlowErrors.HasEnded.For(Number, Number, flow.Reason.ToString());
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        Flow flow = lab.Flows[Flow];
        Flows.End(lab, flow, FlowState.Closed, FlowReason.Stopped);
        lab.Fail(flow.Job, FlowErrors.HasEnded, flow.To.Name, Number, FlowReason.Stopped.ToString());
        Flows.Settle(lab);
        job.Give(Flow);
    }
}
