namespace HyperVLab.Engine.Networking.Views;

/// <summary>An adapter of a team of network adapters.</summary>
public sealed record NetLbfoTeamNicView
{
    /// <summary>The adapter's number.</summary>
    public required int Key { get; init; }

    /// <summary>The adapter's name.</summary>
    public required string Name { get; init; }

    /// <summary>What the driver calls it.</summary>
    public required string InterfaceDescription { get; init; }

    /// <summary>The team; null for what is no team's.</summary>
    public string? Team { get; init; }

    /// <summary>The computer's number.</summary>
    public required int ComputerKey { get; init; }

    /// <summary>The computer.</summary>
    public required string ComputerName { get; init; }

    /// <summary>Its VLAN, 0 for untagged frames; null in the default mode.</summary>
    public int? VlanId { get; init; }

    /// <summary>Whether it came with the team.</summary>
    public required bool IsPrimary { get; init; }

    /// <summary>How fast the members that carry frames are together, in bits a second.</summary>
    public required long ActiveBitsPerSecond { get; init; }

    internal static NetLbfoTeamNicView Of(LabState lab, NetworkAdapter entity)
    {
        NetworkAdapter team = TeamNics.TeamOf(lab, entity);
        bool isTeams = team.Kind == NetworkAdapterKind.Team;
        return new NetLbfoTeamNicView
        {
            Key = entity.Key.Number,
            Name = entity.Name,
            InterfaceDescription = entity.InterfaceDescription,
            Team = isTeams ? team.Team!.Name : null,
            ComputerKey = entity.Computer.Number,
            ComputerName = lab.NameOf(entity.Computer),
            VlanId = entity.TeamVlanId,
            IsPrimary = entity == team,
            ActiveBitsPerSecond = isTeams ? Carriers.Active(lab, team).Sum(one => one.LinkSpeedBitsPerSecond) : 0,
        };
    }
}
