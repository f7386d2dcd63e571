using HyperVLab.Engine;

namespace HyperVLab.Scenarios.Tests.Properties;

/// <summary>A reading of the whole state, for what no view shows.</summary>
internal sealed record StateReading<TResult> : LabQuery<TResult>
{
    private readonly Func<LabState, TResult> _read;

    public StateReading(Func<LabState, TResult> read) => _read = read;

    internal override TResult Answer(LabState lab) => _read(lab);
}
