using HyperVLab.Engine.Networking.Notices;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Requests;

/// <summary>Gives a virtual switch another name.</summary>
public sealed record RenameVMSwitch : LabRequest
{
    /// <summary>The switch.</summary>
    [Target("Name")]
    public required Key<VirtualSwitch> VMSwitch { get; init; }

    /// <summary>The name, unique on its host.</summary>
    public required string NewName { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VirtualSwitch known = VMSwitchRules.DemandSwitch(lab, caller, VMSwitch);
        NetworkRules.DemandName(NewName);
        if (VMSwitches.Find(lab, known.Computer, NewName) is { } other && other != known)
        {
            throw VMSwitchErrors.NameTaken.For(NewName, lab.NameOf(known.Computer), NewName);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        lab.VirtualSwitches[VMSwitch].Rename(NewName);
        lab.Raise(new VirtualSwitchRenamed(VMSwitch));
        job.Give(VMSwitch);
    }
}
