using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>
/// Lets Virtual Machine Manager manage a host: its agent is put there, or it is managed through a VirtualCenter.
/// </summary>
public sealed record AddVMHost : LabRequest
{
    /// <summary>The host.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>The group that it comes into; null for "All Hosts".</summary>
    public Key<HostGroup>? VMHostGroup { get; init; }

    /// <summary>The server that manages it; null for the group's, or the only one.</summary>
    public Key<VmmServer>? VMMServer { get; init; }

    /// <summary>The VirtualCenter server through which an ESX host is managed; null for other hosts.</summary>
    public Key<VirtualizationManager>? VirtualizationManager { get; init; }

    /// <summary>Whose credentials of an ESX host the server is given; null for none.</summary>
    [Target("Credential")]
    [ShownAs("(Get-Credential root)")]
    public string? UserName { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VmmServer server = VmmAccess.Demand(lab, caller, VmmAccess.Choose(lab, VMMServer, VMHostGroup));
        HostGroups.DemandOf(lab, VMHostGroup, server);
        HostEnrolment.DemandNoNode(lab, Computer);
        HostEnrolment.Demand(lab, caller, server, Computer, VirtualizationManager);
        SetManagedVMHost.DemandUser(lab, Computer, UserName);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VmmServer server = VmmAccess.Meant(lab, VmmAccess.Choose(lab, VMMServer, VMHostGroup));
        HostEnrolment.Begin(lab, job, server, HostGroups.DemandOf(lab, VMHostGroup, server), [Computer]);
        if (UserName is not null)
        {
            Agents.Of(lab, Computer)!.TakeCredentials();
        }
    }
}
