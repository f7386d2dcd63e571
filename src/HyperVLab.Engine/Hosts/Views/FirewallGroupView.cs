namespace HyperVLab.Engine.Hosts;

/// <summary>A group of firewall rules of a computer.</summary>
public sealed record FirewallGroupView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>The computer.</summary>
    public required string ComputerName { get; init; }

    /// <summary>The computer's number.</summary>
    public required int ComputerKey { get; init; }

    /// <summary>The group.</summary>
    public required string DisplayGroup { get; init; }

    /// <summary>Whether its rules let traffic in.</summary>
    public required bool Enabled { get; init; }

    internal static FirewallGroupView Of(LabState lab, FirewallGroup group) => new()
    {
        Key = group.Key.Number,
        ComputerName = lab.Computers[group.Computer].Name,
        ComputerKey = group.Computer.Number,
        DisplayGroup = group.DisplayGroup,
        Enabled = group.Enabled,
    };
}
