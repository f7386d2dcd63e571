using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Does what a tip recommends.</summary>
public sealed record InvokePROTip : LabRequest
{
    /// <summary>The tip.</summary>
    public required Key<PROTip> PROTip { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        PROTip tip = lab.PROTips[PROTip];
        PROTips.Demand(lab, caller, tip);
        if (HostOptimizations.IsGoingOn(lab, tip.Cluster))
        {
            throw OptimizationErrors.Busy.For(lab.NameOf(tip.Cluster), lab.NameOf(tip.Cluster));
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        PROTip tip = lab.PROTips[PROTip];
        job.Give(PROTip);
        PROTips.Implement(lab, job, tip, Agents.Of(lab, tip.Host)!.Server);
    }
}
