using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Requests;

/// <summary>Puts an image into a DVD drive, takes it out, or moves the drive; what is null stays.</summary>
public sealed record SetVMDvdDrive : LabRequest
{
    /// <summary>The drive.</summary>
    [Target("VMDvdDrive")]
    public required Key<VMDvdDrive> Drive { get; init; }

    /// <summary>
    /// The image: a full path of the machine's host, or of a share in the network; empty to take out what is in it.
    /// </summary>
    public string? Path { get; init; }

    /// <summary>The controller to move to.</summary>
    public int? ToControllerNumber { get; init; }

    /// <summary>The place to move to.</summary>
    public int? ToControllerLocation { get; init; }

    /// <summary>Whether a clustered machine takes an image that other nodes will not find.</summary>
    public bool AllowUnverifiedPaths { get; init; }

    private bool Moves => ToControllerNumber is not null || ToControllerLocation is not null;

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VMDvdDrive drive = VMQueries.RequireDvdDrive(lab, Drive);
        VirtualMachine vm = lab.VirtualMachines[drive.VM];
        VMHosts.Demand(lab, caller, vm.Computer);
        if (Moves)
        {
            ControllerPlaces.DemandChangeable(vm, PlaceOf(lab, vm, drive).Type);
        }

        if (Path is not null)
        {
            DvdMedia.DemandChangeable(vm);
        }

        if (!string.IsNullOrEmpty(Path))
        {
            DvdMedia.Demand(lab, vm, Path, AllowUnverifiedPaths);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VMDvdDrive drive = lab.VMDvdDrives[Drive];
        if (Moves)
        {
            drive.MoveTo(PlaceOf(lab, lab.VirtualMachines[drive.VM], drive));
        }

        if (Path is not null)
        {
            drive.Insert(Path is "" ? null : Path);
        }

        job.Give(Drive);
    }

    private ControllerPlace PlaceOf(LabState lab, VirtualMachine vm, VMDvdDrive drive) =>
        ControllerPlaces.Move(lab, vm, drive, null, ToControllerNumber, ToControllerLocation);
}
