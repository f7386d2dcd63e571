using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts.Requests;

/// <summary>Puts a host of VMware ESX into the inventory of a VirtualCenter server.</summary>
public sealed record AddVirtualCenterHost : LabRequest
{
    private const int LongestName = 80;

    /// <summary>The host.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>The computer on which VirtualCenter runs.</summary>
    public required Key<PhysicalComputer> VirtualCenter { get; init; }

    /// <summary>The datacenter that it comes into.</summary>
    public string Datacenter { get; init; } = "Datacenter";

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        PhysicalComputer center = lab.RequireComputer(VirtualCenter);
        PhysicalComputer host = lab.RequireComputer(Computer);
        if (!VirtualCenters.Is(center))
        {
            throw VirtualCenterErrors.NotOne.For(center.Name, center.Name);
        }

        if (Platforms.Find(host) is not { IsManagedByCenter: true })
        {
            throw VirtualCenterErrors.NotEsx.For(host.Name, host.Name);
        }

        if (VirtualCenters.Of(lab, Computer) is { } known)
        {
            throw VirtualCenterErrors.Known.For(host.Name, host.Name, lab.NameOf(known.Center));
        }

        if (string.IsNullOrWhiteSpace(Datacenter) || Datacenter.Length > LongestName || Datacenter.Any(char.IsControl))
        {
            throw VirtualCenterErrors.Datacenter.For(Datacenter, Datacenter);
        }

        if (!VirtualCenters.IsServing(lab, VirtualCenter))
        {
            throw VirtualCenterErrors.Silent.For(center.Name, center.Name, host.Name);
        }

        if (!host.IsRunning || !lab.CanReach(VirtualCenter, Computer))
        {
            throw VirtualCenterErrors.Disconnected.For(host.Name, host.Name, center.Name);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job) => job.Give(lab.VirtualCenterHosts.Add(
        key => new VirtualCenterHost(key, VirtualCenter, Computer, Datacenter)).Key);
}
