using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Events;

/// <summary>Who could not register its name tries again.</summary>
/// <param name="Update">The name.</param>
internal sealed record NameUpdateDue(Key<NameUpdate> Update) : LabEvent
{
    /// <inheritdoc/>
    public override bool IsBackground => true;

    /// <inheritdoc/>
    internal override void Apply(LabState lab)
    {
        if (lab.NameUpdates.Find(Update) is { } update)
        {
            DnsClients.TryAgain(lab, update);
        }
    }
}
