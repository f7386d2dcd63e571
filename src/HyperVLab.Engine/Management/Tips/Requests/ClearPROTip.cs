using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Dismisses a tip. Its host makes another when it has cooled down and is hot again.</summary>
public sealed record ClearPROTip : LabRequest
{
    /// <summary>The tip.</summary>
    public required Key<PROTip> PROTip { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller) =>
        PROTips.Demand(lab, caller, lab.PROTips[PROTip]);

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        PROTip tip = lab.PROTips[PROTip];
        tip.Drop();
        job.Give(PROTip);
    }
}
