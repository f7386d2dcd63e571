namespace HyperVLab.Engine.Networking.Views;

/// <summary>A team of network adapters.</summary>
public sealed record NetLbfoTeamView
{
    /// <summary>The number of its adapter.</summary>
    public required int Key { get; init; }

    /// <summary>Whether it is a team; other adapters have no such view.</summary>
    public required bool IsTeam { get; init; }

    /// <summary>The team's name.</summary>
    public required string Name { get; init; }

    /// <summary>The computer's number.</summary>
    public required int ComputerKey { get; init; }

    /// <summary>The computer.</summary>
    public required string ComputerName { get; init; }

    /// <summary>The names of its adapters.</summary>
    public required IReadOnlyList<string> TeamNics { get; init; }

    /// <summary>What the driver calls its adapter.</summary>
    public required string InterfaceDescription { get; init; }

    /// <summary>The names of its members.</summary>
    public required IReadOnlyList<string> Members { get; init; }

    /// <summary>How it works.</summary>
    public required TeamSettings Settings { get; init; }

    /// <summary>How many of its members could carry frames now.</summary>
    public required int WorkingCount { get; init; }

    /// <summary>How fast the members that carry frames are together, in bits a second.</summary>
    public required long ActiveBitsPerSecond { get; init; }

    internal static NetLbfoTeamView Of(LabState lab, NetworkAdapter entity)
    {
        bool isTeam = entity.Kind == NetworkAdapterKind.Team;
        List<NetworkAdapter> members = isTeam ? [.. Adapters.MembersOf(lab, entity)] : [];
        return new NetLbfoTeamView
        {
            Key = entity.Key.Number,
            IsTeam = isTeam,
            Name = entity.Team?.Name ?? entity.Name,
            ComputerKey = entity.Computer.Number,
            ComputerName = lab.NameOf(entity.Computer),
            TeamNics = isTeam ? [.. Networking.TeamNics.Of(lab, entity).Select(nic => nic.Name)] : [],
            InterfaceDescription = entity.InterfaceDescription,
            Members = [.. members.Select(member => member.Name)],
            Settings = entity.Team ?? new TeamSettings(entity.Name, default, default),
            WorkingCount = members.Count(member => Carriers.Works(lab, entity, member)),
            ActiveBitsPerSecond = isTeam ? Carriers.Active(lab, entity).Sum(one => one.LinkSpeedBitsPerSecond) : 0,
        };
    }
}
