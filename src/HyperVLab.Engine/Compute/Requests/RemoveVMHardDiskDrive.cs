using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Requests;

/// <summary>Takes a hard disk drive out of a virtual machine; its virtual hard disk stays.</summary>
public sealed record RemoveVMHardDiskDrive : LabRequest
{
    /// <summary>The drive.</summary>
    [Target("VMHardDiskDrive")]
    public required Key<VMHardDiskDrive> Drive { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VMHardDiskDrive drive = VMQueries.RequireDrive(lab, Drive);
        VirtualMachine vm = lab.VirtualMachines[drive.VM];
        VMHosts.Demand(lab, caller, vm.Computer);
        ControllerPlaces.DemandChangeable(vm, drive.ControllerType);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VMHardDiskDrive drive = lab.VMHardDiskDrives[Drive];
        VMFactory.RemoveDrive(lab, lab.VirtualMachines[drive.VM], drive);
    }
}
