using HyperVLab.Engine.Hosts;

namespace HyperVLab.Engine.Management;

/// <summary>A computer whose shares are a library.</summary>
public sealed record LibraryServerView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>The computer's name.</summary>
    public required string Name { get; init; }

    /// <summary>The computer's name with the domain's.</summary>
    public required string FQDN { get; init; }

    /// <summary>The computer's number.</summary>
    public required int ComputerKey { get; init; }

    /// <summary>The name of the server whose library it holds.</summary>
    public required string VMMServer { get; init; }

    /// <summary>That server's number.</summary>
    public required int ServerKey { get; init; }

    /// <summary>Whether its agent answers.</summary>
    public required AgentState State { get; init; }

    /// <summary>The place of the host group that it is near to; null for none.</summary>
    public string? HostGroupPath { get; init; }

    /// <summary>What it is for.</summary>
    public required string Description { get; init; }

    internal static LibraryServerView Of(LabState lab, LibraryServer server) => new()
    {
        Key = server.Key.Number,
        Name = lab.NameOf(server.Computer),
        FQDN = lab.FullNameOf(lab.Computers[server.Computer]),
        ComputerKey = server.Computer.Number,
        VMMServer = lab.VmmServers[server.Server].Name,
        ServerKey = server.Server.Number,
        State = Agents.Of(lab, server.Computer) is { } managed
            ? Agents.StateOf(lab, managed)
            : AgentState.NotResponding,
        HostGroupPath = lab.HostGroups.Find(server.HostGroup) is { } group ? HostGroups.PathOf(lab, group) : null,
        Description = server.Description,
    };
}
