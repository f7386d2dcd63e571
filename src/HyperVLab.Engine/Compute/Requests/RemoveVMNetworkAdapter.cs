using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Requests;

/// <summary>Takes a network adapter out of a virtual machine, or one of the management operating system from its
/// switch.</summary>
public sealed record RemoveVMNetworkAdapter : LabRequest
{
    /// <summary>The virtual machine's adapter; null for the management operating system's.</summary>
    [Target("VMNetworkAdapter")]
    public Key<VMNetworkAdapter>? Adapter { get; init; }

    /// <summary>Whether the management operating system's is meant.</summary>
    public bool ManagementOS { get; init; }

    /// <summary>The management operating system's adapter.</summary>
    [Target("Name")]
    public Key<NetworkAdapter>? ManagementAdapter { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        PortTarget target = PortTarget.Demand(lab, caller, Adapter, ManagementAdapter);
        if (target.Adapter is { } own)
        {
            AdapterRules.DemandOff(lab.VirtualMachines[own.VM]);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        PortTarget target = PortTarget.Find(lab, Adapter, ManagementAdapter)!.Value;
        if (target.Adapter is { } own)
        {
            VMFactory.RemoveAdapter(lab, lab.VirtualMachines[own.VM], own);
        }
        else
        {
            ManagementAdapters.Remove(lab, target.Management!);
        }
    }
}
