using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Requests;

/// <summary>Takes a DVD drive out of a virtual machine; the image that was in it stays.</summary>
public sealed record RemoveVMDvdDrive : LabRequest
{
    /// <summary>The drive.</summary>
    [Target("VMDvdDrive")]
    public required Key<VMDvdDrive> Drive { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VMDvdDrive drive = VMQueries.RequireDvdDrive(lab, Drive);
        VirtualMachine vm = lab.VirtualMachines[drive.VM];
        VMHosts.Demand(lab, caller, vm.Computer);
        ControllerPlaces.DemandChangeable(vm, drive.ControllerType);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VMDvdDrive drive = lab.VMDvdDrives[Drive];
        VMFactory.RemoveDrive(lab, lab.VirtualMachines[drive.VM], drive);
    }
}
