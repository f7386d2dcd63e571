using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Adds a DVD drive to a virtual machine of a managed host, empty or with an image of the library.</summary>
public sealed record NewVirtualDVDDrive : LabRequest
{
    /// <summary>The virtual machine.</summary>
    public required Key<VirtualMachine> VM { get; init; }

    /// <summary>Which IDE controller, from 0.</summary>
    public required int Bus { get; init; }

    /// <summary>Which place on it, from 0.</summary>
    public required int LUN { get; init; }

    /// <summary>The image; null for an empty drive.</summary>
    public Key<LibraryResource>? ISO { get; init; }

    /// <summary>Whether the image stays in its share; else it is copied to the host.</summary>
    public bool Link { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VirtualMachine vm = VMQueries.Require(lab, VM);
        VmmAccess.DemandManaged(lab, caller, vm.Computer);
        ControllerPlaces.DemandChangeable(vm, ControllerPlaces.Find(lab, vm, null, Bus, LUN).Type);
        if (Link && ISO is null)
        {
            throw DriveErrors.NothingToChange.For(vm.Name);
        }

        if (ISO is { } image)
        {
            Images.Demand(lab, caller, vm, image, Link);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        var place = new ControllerPlace(ControllerType.IDE, Bus, LUN);
        VMDvdDrive drive = VMFactory.AddDvdDrive(lab, lab.VirtualMachines[VM], place, path: null);
        job.Give(drive.Key);
        if (ISO is { } image)
        {
            Images.Insert(lab, job, drive, image, Link);
        }
    }
}
