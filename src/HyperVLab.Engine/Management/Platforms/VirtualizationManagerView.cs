namespace HyperVLab.Engine.Management;

/// <summary>A VirtualCenter server that Virtual Machine Manager uses.</summary>
public sealed record VirtualizationManagerView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>The name of its computer.</summary>
    public required string Name { get; init; }

    /// <summary>The server that uses it.</summary>
    public required string VMMServer { get; init; }

    /// <summary>The server's number.</summary>
    public required int ServerKey { get; init; }

    /// <summary>The account with which the server logs on.</summary>
    public required string UserName { get; init; }

    /// <summary>The port of its web service.</summary>
    public required int TCPPort { get; init; }

    /// <summary>Whether the server asks for credentials of its hosts.</summary>
    public required bool SecureMode { get; init; }

    /// <summary>What it is for.</summary>
    public required string Description { get; init; }

    /// <summary>Whether the server gets at it now.</summary>
    public required AgentState State { get; init; }

    /// <summary>The hosts that are managed through it, by name.</summary>
    public required IReadOnlyList<string> ManagedHosts { get; init; }

    /// <summary>When it was last read, since the lab began.</summary>
    public required TimeSpan RefreshedAt { get; init; }

    internal static VirtualizationManagerView Of(LabState lab, VirtualizationManager manager) => new()
    {
        Key = manager.Key.Number,
        Name = lab.NameOf(manager.Computer),
        VMMServer = lab.NameOf(manager.Server),
        ServerKey = manager.Server.Number,
        UserName = lab.NameOf(manager.Account),
        TCPPort = manager.TcpPort,
        SecureMode = manager.IsSecure,
        Description = manager.Description,
        State = manager.IsAdded && VirtualizationManagers.Refusal(lab, manager) is null
            ? AgentState.Responding
            : AgentState.NotResponding,
        ManagedHosts = [.. VirtualizationManagers.HostsOf(lab, manager).Select(host => lab.NameOf(host.Computer))],
        RefreshedAt = manager.RefreshedAt,
    };
}
