using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Requests;

/// <summary>Adds a DVD drive to a virtual machine that is off, empty or with the image of a disc.</summary>
public sealed record AddVMDvdDrive : LabRequest
{
    /// <summary>The virtual machine.</summary>
    [Target("VMName")]
    public required Key<VirtualMachine> VM { get; init; }

    /// <summary>Which IDE controller; null for the first with a free place.</summary>
    public int? ControllerNumber { get; init; }

    /// <summary>Which place on it; null for the first that is free.</summary>
    public int? ControllerLocation { get; init; }

    /// <summary>
    /// The image: a full path of the machine's host, or of a share in the network; null for an empty drive.
    /// </summary>
    public string? Path { get; init; }

    /// <summary>Whether a clustered machine takes an image that other nodes will not find.</summary>
    public bool AllowUnverifiedPaths { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VirtualMachine vm = VMQueries.Require(lab, VM);
        VMHosts.Demand(lab, caller, vm.Computer);
        ControllerPlace place = ControllerPlaces.Find(lab, vm, null, ControllerNumber, ControllerLocation);
        ControllerPlaces.DemandChangeable(vm, place.Type);
        if (!string.IsNullOrEmpty(Path))
        {
            DvdMedia.Demand(lab, vm, Path, AllowUnverifiedPaths);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VirtualMachine vm = lab.VirtualMachines[VM];
        ControllerPlace place = ControllerPlaces.Find(lab, vm, null, ControllerNumber, ControllerLocation);
        job.Give(VMFactory.AddDvdDrive(lab, vm, place, Path is "" ? null : Path).Key);
    }
}
