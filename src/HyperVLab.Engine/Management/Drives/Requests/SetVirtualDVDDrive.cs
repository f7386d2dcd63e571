using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Moves a DVD drive, puts an image of the library into it, or takes out what is in it.</summary>
public sealed record SetVirtualDVDDrive : LabRequest
{
    /// <summary>The drive.</summary>
    public required Key<VMDvdDrive> VirtualDVDDrive { get; init; }

    /// <summary>The IDE controller to move to; null to leave it.</summary>
    public int? Bus { get; init; }

    /// <summary>The place to move to; null to leave it.</summary>
    public int? LUN { get; init; }

    /// <summary>The image; null to leave what is in it.</summary>
    public Key<LibraryResource>? ISO { get; init; }

    /// <summary>Whether the image stays in its share; else it is copied to the host.</summary>
    public bool Link { get; init; }

    /// <summary>Whether what is in it is taken out.</summary>
    public bool NoMedia { get; init; }

    private bool Moves => Bus is not null || LUN is not null;

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VMDvdDrive drive = VMQueries.RequireDvdDrive(lab, VirtualDVDDrive);
        VirtualMachine vm = lab.VirtualMachines[drive.VM];
        VmmAccess.DemandManaged(lab, caller, vm.Computer);
        if ((NoMedia && ISO is not null) || (Link && ISO is null))
        {
            throw DriveErrors.NothingToChange.For(vm.Name);
        }

        if (Moves)
        {
            ControllerPlaces.DemandChangeable(vm, PlaceOf(lab, vm, drive).Type);
        }

        if (NoMedia || ISO is not null)
        {
            DvdMedia.DemandChangeable(vm);
        }

        if (ISO is { } image)
        {
            Images.Demand(lab, caller, vm, image, Link);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VMDvdDrive drive = lab.VMDvdDrives[VirtualDVDDrive];
        job.Give(VirtualDVDDrive);
        if (Moves)
        {
            drive.MoveTo(PlaceOf(lab, lab.VirtualMachines[drive.VM], drive));
        }

        if (NoMedia)
        {
            ImageDeliveries.Eject(lab, drive);
        }

        if (ISO is { } image)
        {
            Images.Insert(lab, job, drive, image, Link);
        }
    }

    private ControllerPlace PlaceOf(LabState lab, VirtualMachine vm, VMDvdDrive drive) =>
        ControllerPlaces.Move(lab, vm, drive, null, Bus, LUN);
}
