using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Requests;

/// <summary>
/// Adds a hard disk drive to a virtual machine: with an existing virtual hard disk, or with a disk of its host's.
/// </summary>
public sealed record AddVMHardDiskDrive : LabRequest
{
    /// <summary>The virtual machine.</summary>
    [Target("VMName")]
    public required Key<VirtualMachine> VM { get; init; }

    /// <summary>Which kind of controller; null for IDE.</summary>
    public ControllerType? ControllerType { get; init; }

    /// <summary>Which controller of that kind; null for the first with a free place.</summary>
    public int? ControllerNumber { get; init; }

    /// <summary>Which place on it; null for the first that is free.</summary>
    public int? ControllerLocation { get; init; }

    /// <summary>
    /// The virtual hard disk's file, as a full path of the machine's host; null for a disk of the host's.
    /// </summary>
    public string? Path { get; init; }

    /// <summary>The number of the host's disk that the machine gets whole; null for a virtual hard disk.</summary>
    public int? DiskNumber { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VirtualMachine vm = VMQueries.Require(lab, VM);
        VMHosts.Demand(lab, caller, vm.Computer);
        ControllerPlace place = ControllerPlaces.Find(lab, vm, ControllerType, ControllerNumber, ControllerLocation);
        ControllerPlaces.DemandChangeable(vm, place.Type);
        VMDrives.DemandAttachable(lab, vm, Path, DiskNumber, but: null);
        if (Path is { } path && VMDrives.SizeRefusal(lab, lab.Computers[vm.Computer], place.Type, path) is { } refusal)
        {
            throw refusal;
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VirtualMachine vm = lab.VirtualMachines[VM];
        ControllerPlace place = ControllerPlaces.Find(lab, vm, ControllerType, ControllerNumber, ControllerLocation);
        VMHardDiskDrive drive = VMFactory.AddDrive(lab, vm, place);
        VMDrives.Attach(lab, vm, drive, Path, DiskNumber);
        job.Give(drive.Key);
    }
}
