using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Channels;

/// <summary>Asks for the channels of the VMBus that a virtual machine has now: none where it has no power.</summary>
/// <param name="VM">The virtual machine.</param>
public sealed record VMBusChannelQuery(Key<VirtualMachine> VM) : LabQuery<IReadOnlyList<VMBusChannelView>>
{
    /// <inheritdoc/>
    internal override IReadOnlyList<VMBusChannelView> Answer(LabState lab) =>
        lab.VirtualMachines.Find(VM) is { } vm ? VMBusChannels.Of(lab, vm) : [];
}
