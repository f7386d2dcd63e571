using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Events;

/// <summary>A virtual machine has been without one of its disks for as long as somebody waits.</summary>
internal sealed record VMDisksTimedOut(Key<VirtualMachine> VM) : LabEvent
{
    internal override void Apply(LabState lab)
    {
        if (lab.VirtualMachines.Find(VM) is { DisksLostEvent: not null } vm)
        {
            LostDisks.TimeOut(lab, vm);
        }
    }
}
