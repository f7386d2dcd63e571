using HyperVLab.Engine.Compute.Load;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>What becomes of connections when one of their ends stands still, shuts down or loses its power.</summary>
internal static class FlowEnds
{
    /// <summary>Whether an end's operating system runs, and its clock with it.</summary>
    public static bool Runs(LabState lab, FlowEnd end) => end.Computer is { } computer
        ? Endpoint.IsAlive(lab, computer)
        : lab.VirtualMachines.Find(end.VM) is { HasRunningGuest: true } vm
            && lab.Migrations.Find(vm.Migration) is not { StandsStill: true };

    /// <summary>An end, or all of its memory, is gone: it knows nothing of its connections any more.</summary>
    public static void Lose(LabState lab, LoadEnd end)
    {
        foreach (Flow flow in lab.Flows)
        {
            if (flow.HasEnded)
            {
                continue;
            }

            if (flow.From.Load == end)
            {
                Flows.End(lab, flow, FlowState.Broken, FlowReason.SourceStopped);
                lab.Fail(flow.Job, FlowErrors.SourceStopped, flow.From.Name, flow.From.Name);
            }
            else if (flow.To.Load == end)
            {
                flow.BeForgotten();
            }
        }

        Flows.Settle(lab);
    }

    /// <summary>An end shuts down: it closes its connections, and says so where that gets through.</summary>
    public static void ShutDown(LabState lab, LoadEnd end)
    {
        foreach (Flow flow in lab.Flows)
        {
            if (flow is { HasEnded: false, State: not FlowState.Connecting } && flow.To.Load == end
                && FlowWay.Find(lab, flow.From, flow.To) is not null && Runs(lab, flow.From))
            {
                Flows.End(lab, flow, FlowState.Broken, FlowReason.Reset);
            }
        }

        Lose(lab, end);
    }

    /// <summary>Lets go of a machine that is removed.</summary>
    public static void Forget(LabState lab, Key<VirtualMachine> vm)
    {
        Lose(lab, new LoadEnd(vm, null));
        foreach (Flow flow in lab.Flows)
        {
            flow.Forget(vm);
        }
    }

    /// <summary>Ends the connection that a job asks for; a job of something else is left alone.</summary>
    public static void Cancel(LabState lab, Key<LabJob> job)
    {
        foreach (Flow flow in lab.Flows)
        {
            if (flow is { State: FlowState.Connecting } && flow.Job == job)
            {
                Flows.End(lab, flow, FlowState.Closed, FlowReason.Stopped);
            }
        }
    }
}
