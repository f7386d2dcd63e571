namespace HyperVLab.Engine.Swarm;

/// <summary>Takes protections away from a lab. Guards are no part of its state, so it changes nothing.</summary>
/// <param name="Weaken">Takes them away.</param>
internal sealed record WeakenedGuards(Action<LabGuards> Weaken) : LabQuery<LabGuards>
{
    /// <inheritdoc/>
    internal override LabGuards Answer(LabState lab)
    {
        Weaken(lab.Guards);
        return lab.Guards;
    }
}
