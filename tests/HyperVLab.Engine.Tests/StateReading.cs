namespace HyperVLab.Engine.Tests;

/// <summary>
/// A reading of the state that a test makes itself; what it reads may be refused with a LabException.
/// </summary>
internal sealed record StateReading<TResult> : LabQuery<TResult>
{
    private readonly Func<LabState, TResult> _read;

    public StateReading(Func<LabState, TResult> read) => _read = read;

    internal override TResult Answer(LabState lab) => _read(lab);
}
