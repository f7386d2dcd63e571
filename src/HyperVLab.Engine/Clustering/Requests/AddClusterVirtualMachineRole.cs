using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering.Requests;

/// <summary>Makes a virtual machine highly available.</summary>
public sealed record AddClusterVirtualMachineRole : LabRequest
{
    /// <summary>The virtual machine.</summary>
    [Target("VMName")]
    public required Key<VirtualMachine> VM { get; init; }

    /// <summary>The name of its group; null for the machine's own.</summary>
    public string? Name { get; init; }

    internal override void Validate(LabState lab, LabCaller caller) => VirtualMachineRole.Demand(lab, VM, Name);

    internal override void Act(LabState lab, LabJob job) => job.Give(VirtualMachineRole.Add(lab, VM, Name, job).Key);
}
