using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Events;

/// <summary>A guest's boot has taken its time.</summary>
internal sealed record GuestBooted(Key<VirtualMachine> VM) : LabEvent
{
    /// <inheritdoc/>
    internal override void Apply(LabState lab)
    {
        if (lab.VirtualMachines.Find(VM) is { Guest: GuestState.Booting } vm)
        {
            Guests.Booted(lab, vm);
        }
    }
}
