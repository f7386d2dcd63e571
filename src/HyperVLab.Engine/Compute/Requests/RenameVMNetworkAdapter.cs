using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Requests;

/// <summary>Gives a virtual network adapter another name.</summary>
public sealed record RenameVMNetworkAdapter : LabRequest
{
    /// <summary>The virtual machine's adapter; null for the management operating system's.</summary>
    [Target("VMNetworkAdapter")]
    public Key<VMNetworkAdapter>? Adapter { get; init; }

    /// <summary>Whether the management operating system's is meant.</summary>
    public bool ManagementOS { get; init; }

    /// <summary>The management operating system's adapter.</summary>
    [Target("Name")]
    public Key<NetworkAdapter>? ManagementAdapter { get; init; }

    /// <summary>The new name.</summary>
    public required string NewName { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        PortTarget.Demand(lab, caller, Adapter, ManagementAdapter);
        NetworkRules.DemandName(NewName);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        PortTarget target = PortTarget.Find(lab, Adapter, ManagementAdapter)!.Value;
        if (target.Adapter is { } own)
        {
            own.Rename(NewName);
        }
        else
        {
            target.Management!.NamePort(NewName);
        }

        target.Give(job);
    }
}
