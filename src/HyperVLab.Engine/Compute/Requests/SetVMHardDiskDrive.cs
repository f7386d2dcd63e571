using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Requests;

/// <summary>
/// Gives a drive another virtual hard disk, a disk of its host's, or another place; what is null stays.
/// </summary>
public sealed record SetVMHardDiskDrive : LabRequest
{
    /// <summary>The drive.</summary>
    [Target("VMHardDiskDrive")]
    public required Key<VMHardDiskDrive> Drive { get; init; }

    /// <summary>The virtual hard disk's file, as a full path of the machine's host.</summary>
    public string? Path { get; init; }

    /// <summary>The number of the host's disk that the machine gets whole.</summary>
    public int? DiskNumber { get; init; }

    /// <summary>The kind of controller to move to.</summary>
    public ControllerType? ToControllerType { get; init; }

    /// <summary>The controller to move to.</summary>
    public int? ToControllerNumber { get; init; }

    /// <summary>The place to move to.</summary>
    public int? ToControllerLocation { get; init; }

    private bool Moves =>
        ToControllerType is not null || ToControllerNumber is not null || ToControllerLocation is not null;

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VMHardDiskDrive drive = VMQueries.RequireDrive(lab, Drive);
        VirtualMachine vm = lab.VirtualMachines[drive.VM];
        VMHosts.Demand(lab, caller, vm.Computer);
        ControllerPlaces.DemandChangeable(vm, drive.ControllerType);
        if (Moves)
        {
            ControllerPlaces.DemandChangeable(vm, PlaceOf(lab, vm, drive).Type);
        }

        if (Path is not null || DiskNumber is not null)
        {
            VMDrives.DemandAttachable(lab, vm, Path, DiskNumber, Drive);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VMHardDiskDrive drive = lab.VMHardDiskDrives[Drive];
        VirtualMachine vm = lab.VirtualMachines[drive.VM];
        if (Moves)
        {
            drive.MoveTo(PlaceOf(lab, vm, drive));
        }

        if (Path is not null || DiskNumber is not null)
        {
            VMDrives.Attach(lab, vm, drive, Path, DiskNumber);
        }

        job.Give(Drive);
    }

    private ControllerPlace PlaceOf(LabState lab, VirtualMachine vm, VMHardDiskDrive drive) =>
        ControllerPlaces.Move(lab, vm, drive, ToControllerType, ToControllerNumber, ToControllerLocation);
}
