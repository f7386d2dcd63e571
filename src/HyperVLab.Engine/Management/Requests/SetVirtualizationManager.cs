using System.Globalization;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Sets how Virtual Machine Manager uses a VirtualCenter server; what is null stays.</summary>
public sealed record SetVirtualizationManager : LabRequest
{
    /// <summary>The VirtualCenter server.</summary>
    [Target("VirtualizationManager")]
    public required Key<VirtualizationManager> Manager { get; init; }

    /// <summary>The account with which the server logs on there.</summary>
    [Target("Credential")]
    [ShownAs("(Get-Credential)")]
    public Key<Account>? Account { get; init; }

    /// <summary>The port of its web service.</summary>
    public int? TCPPort { get; init; }

    /// <summary>Whether the server asks for credentials of its hosts.</summary>
    public bool? EnableSecureMode { get; init; }

    /// <summary>Refuses what is no port.</summary>
    /// <exception cref="LabException">It is none.</exception>
    internal static void DemandPort(int? port)
    {
        if (port is < 1 or > ushort.MaxValue)
        {
            throw VirtualizationManagerErrors.Port.For(null, port.Value.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VmmAccess.Demand(lab, caller, VirtualizationManagers.Require(lab, Manager).Server);
        DemandPort(TCPPort);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VirtualizationManager manager = lab.VirtualizationManagers[Manager];
        manager.Choose(
            Account ?? manager.Account,
            TCPPort ?? manager.TcpPort,
            EnableSecureMode ?? manager.IsSecure,
            manager.Description);
        job.Give(Manager);
    }
}
