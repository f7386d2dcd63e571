using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Requests;

/// <summary>Removes a virtual switch to which no running virtual machine is connected.</summary>
public sealed record RemoveVMSwitch : LabRequest
{
    /// <summary>The switch.</summary>
    [Target("Name")]
    public required Key<VirtualSwitch> VMSwitch { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VirtualSwitch known = VMSwitchRules.DemandSwitch(lab, caller, VMSwitch);
        if (VMSwitches.IsInUse(lab, known))
        {
            throw VMSwitchErrors.InUse.For(known.Name, known.Name, lab.NameOf(known.Computer));
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job) => VMSwitches.Remove(lab, lab.VirtualSwitches[VMSwitch]);
}
