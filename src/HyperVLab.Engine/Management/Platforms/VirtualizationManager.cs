using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>A VirtualCenter server through which Virtual Machine Manager manages hosts of VMware ESX.</summary>
public sealed class VirtualizationManager : IEntity<VirtualizationManager>
{
    internal VirtualizationManager(
        Key<VirtualizationManager> key, Key<VmmServer> server, Key<PhysicalComputer> computer, Key<Account> account)
    {
        Key = key;
        Server = server;
        Computer = computer;
        Account = account;
        TcpPort = ManagementSettings.VirtualCenterPort;
        Description = string.Empty;
    }

    /// <inheritdoc/>
    public Key<VirtualizationManager> Key { get; private set; }

    /// <summary>The server that uses it.</summary>
    public Key<VmmServer> Server { get; private set; }

    /// <summary>The computer on which VirtualCenter runs.</summary>
    public Key<PhysicalComputer> Computer { get; private set; }

    /// <summary>The account with which the server logs on there.</summary>
    public Key<Account> Account { get; private set; }

    /// <summary>The port of its web service.</summary>
    public int TcpPort { get; private set; }

    /// <summary>Whether the server asks for the hosts' certificates, and so for credentials of theirs.</summary>
    public bool IsSecure { get; private set; }

    /// <summary>What it is for.</summary>
    public string Description { get; private set; }

    /// <summary>Whether it was added to the end.</summary>
    public bool IsAdded { get; private set; }

    /// <summary>When it was last read, since the lab began.</summary>
    public TimeSpan RefreshedAt { get; private set; }

    /// <summary>Sets how it is used.</summary>
    internal void Choose(Key<Account> account, int tcpPort, bool isSecure, string description) =>
        (Account, TcpPort, IsSecure, Description) = (account, tcpPort, isSecure, description);

    /// <summary>It was read.</summary>
    internal void Refresh(TimeSpan now) => (IsAdded, RefreshedAt) = (true, now);
}
