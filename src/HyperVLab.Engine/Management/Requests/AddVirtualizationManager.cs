using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Lets Virtual Machine Manager use a VirtualCenter server.</summary>
public sealed record AddVirtualizationManager : LabRequest
{
    /// <summary>The computer on which VirtualCenter runs.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>The account with which the server logs on there.</summary>
    [Target("Credential")]
    [ShownAs("(Get-Credential)")]
    public required Key<Account> Account { get; init; }

    /// <summary>The port of its web service; null for 443.</summary>
    public int? TCPPort { get; init; }

    /// <summary>Whether the server asks for credentials of its hosts.</summary>
    public bool EnableSecureMode { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>The server; null for the only one.</summary>
    public Key<VmmServer>? VMMServer { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VmmServer server = VmmAccess.Demand(lab, caller, VMMServer);
        PhysicalComputer center = lab.RequireComputer(Computer);
        if (!VirtualCenters.Is(center))
        {
            throw VirtualCenterErrors.NotOne.For(center.Name, center.Name);
        }

        if (VirtualizationManagers.Of(lab, server.Key, Computer) is not null)
        {
            throw VirtualizationManagerErrors.Known.For(center.Name, center.Name, server.Name);
        }

        SetVirtualizationManager.DemandPort(TCPPort);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VmmServer server = VmmAccess.Meant(lab, VMMServer);
        VirtualizationManager manager = lab.VirtualizationManagers.Add(
            key => new VirtualizationManager(key, server.Key, Computer, Account));
        manager.Choose(Account, TCPPort ?? manager.TcpPort, EnableSecureMode, Description ?? string.Empty);
        job.Give(manager.Key);
        VmmOperations.Begin(
            lab, VmmOperationKind.AddVirtualizationManager, server.Key, job, [], manager.Key.Number);
    }
}
