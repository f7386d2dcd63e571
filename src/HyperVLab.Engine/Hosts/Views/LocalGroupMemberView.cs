namespace HyperVLab.Engine.Hosts;

/// <summary>A member of a local group of a computer.</summary>
public sealed record LocalGroupMemberView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>The computer.</summary>
    public required string ComputerName { get; init; }

    /// <summary>The computer's number.</summary>
    public required int ComputerKey { get; init; }

    /// <summary>The group.</summary>
    public required string Group { get; init; }

    /// <summary>The member, with its domain or computer.</summary>
    public required string Name { get; init; }

    internal static LocalGroupMemberView Of(LabState lab, LocalGroupMember member) => new()
    {
        Key = member.Key.Number,
        ComputerName = lab.Computers[member.Computer].Name,
        ComputerKey = member.Computer.Number,
        Group = member.Group,
        Name = member.Name,
    };
}
