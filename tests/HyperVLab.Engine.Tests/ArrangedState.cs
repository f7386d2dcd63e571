using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Tests;

/// <summary>A change made by a test itself. It holds no data, so a journal with it cannot be replayed.</summary>
internal sealed record ArrangedState : LabRequest
{
    private readonly Action<LabState> _change = static _ => { };

    /// <summary>Changes nothing, as every request can be made without arguments.</summary>
    public ArrangedState()
    {
    }

    public ArrangedState(Action<LabState> change) => _change = change;

    internal override void Validate(LabState lab, LabCaller caller)
    {
    }

    internal override void Act(LabState lab, LabJob job) => _change(lab);
}
