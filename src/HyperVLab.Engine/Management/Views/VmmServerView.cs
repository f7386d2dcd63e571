namespace HyperVLab.Engine.Management;

/// <summary>A Virtual Machine Manager server.</summary>
public sealed record VmmServerView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its name with the domain's.</summary>
    public required string FQDN { get; init; }

    /// <summary>The computer's number.</summary>
    public required int ComputerKey { get; init; }

    /// <summary>The port on which it takes connections.</summary>
    public required int Port { get; init; }

    /// <summary>Whether its service runs.</summary>
    public required bool IsConnected { get; init; }

    /// <summary>How many hosts it manages.</summary>
    public required int HostCount { get; init; }

    internal static VmmServerView Of(LabState lab, VmmServer server) => new()
    {
        Key = server.Key.Number,
        Name = server.Name,
        FQDN = Hosts.ComputerQueries.FullNameOf(lab, lab.Computers[server.Computer]),
        ComputerKey = server.Computer.Number,
        Port = ManagementSettings.ServerPort,
        IsConnected = Agents.IsServing(lab, server),
        HostCount = lab.ManagedComputers.Count(one => one.Server == server.Key && one.IsHost),
    };
}
