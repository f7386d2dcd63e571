using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Removes a DVD drive, and the image that was copied to the host for it.</summary>
public sealed record RemoveVirtualDVDDrive : LabRequest
{
    /// <summary>The drive.</summary>
    public required Key<VMDvdDrive> VirtualDVDDrive { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VMDvdDrive drive = VMQueries.RequireDvdDrive(lab, VirtualDVDDrive);
        VirtualMachine vm = lab.VirtualMachines[drive.VM];
        VmmAccess.DemandManaged(lab, caller, vm.Computer);
        ControllerPlaces.DemandChangeable(vm, drive.ControllerType);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VMDvdDrive drive = lab.VMDvdDrives[VirtualDVDDrive];
        ImageDeliveries.Eject(lab, drive);
        VMFactory.RemoveDrive(lab, lab.VirtualMachines[drive.VM], drive);
    }
}
