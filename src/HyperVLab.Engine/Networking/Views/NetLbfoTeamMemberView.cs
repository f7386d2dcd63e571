namespace HyperVLab.Engine.Networking.Views;

/// <summary>A member of a team of network adapters.</summary>
public sealed record NetLbfoTeamMemberView
{
    /// <summary>The adapter's number.</summary>
    public required int Key { get; init; }

    /// <summary>The adapter's name.</summary>
    public required string Name { get; init; }

    /// <summary>What the driver calls it.</summary>
    public required string InterfaceDescription { get; init; }

    /// <summary>The team; null for what is no member of one.</summary>
    public string? Team { get; init; }

    /// <summary>The computer's number.</summary>
    public required int ComputerKey { get; init; }

    /// <summary>The computer.</summary>
    public required string ComputerName { get; init; }

    /// <summary>Whether it carries nothing while the others do.</summary>
    public required bool IsStandby { get; init; }

    /// <summary>Whether it carries frames now.</summary>
    public required bool IsActive { get; init; }

    /// <summary>Whether its link is up.</summary>
    public required bool IsUp { get; init; }

    /// <summary>Whether its link is up, and its port in the channel that its team needs.</summary>
    public required bool Works { get; init; }

    /// <summary>Whether its team speaks LACP.</summary>
    public required bool IsLacp { get; init; }

    /// <summary>How fast its link is, in bits a second.</summary>
    public required long LinkSpeedBitsPerSecond { get; init; }

    internal static NetLbfoTeamMemberView Of(LabState lab, NetworkAdapter entity)
    {
        NetworkAdapter? team = lab.NetworkAdapters.Find(entity.Bond) is { Kind: NetworkAdapterKind.Team } found
            ? found
            : null;
        return new NetLbfoTeamMemberView
        {
            Key = entity.Key.Number,
            Name = entity.Name,
            InterfaceDescription = entity.InterfaceDescription,
            Team = team?.Team!.Name,
            ComputerKey = entity.Computer.Number,
            ComputerName = lab.NameOf(entity.Computer),
            IsStandby = entity.IsStandby == true,
            IsActive = team is not null && Carriers.Active(lab, team).Contains(entity),
            IsUp = Adapters.IsLinkUp(lab, entity),
            Works = team is not null && Carriers.Works(lab, team, entity),
            IsLacp = team?.Team!.Mode == TeamingMode.Lacp,
            LinkSpeedBitsPerSecond = entity.LinkSpeedBitsPerSecond,
        };
    }
}
