using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts.Requests;

/// <summary>Takes a host of VMware ESX out of the inventory of its VirtualCenter server.</summary>
public sealed record RemoveVirtualCenterHost : LabRequest
{
    /// <summary>The host.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        string name = lab.NameOf(Computer);
        VirtualCenterHost row = VirtualCenters.Of(lab, Computer)
            ?? throw VirtualCenterErrors.NoSuchHost.For(name, name);
        if (lab.IsManagedThrough(row))
        {
            throw VirtualCenterErrors.InUse.For(name, name, lab.NameOf(row.Center));
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job) =>
        lab.VirtualCenterHosts.Remove(VirtualCenters.Of(lab, Computer)!.Key);
}
