namespace HyperVLab.Engine.Hosts;

/// <summary>A blade chassis.</summary>
public sealed record ChassisView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its model.</summary>
    public required string Model { get; init; }

    /// <summary>How many blades it takes.</summary>
    public required int BayCount { get; init; }

    /// <summary>The names of the blades in it, by bay.</summary>
    public required IReadOnlyList<string> Blades { get; init; }

    internal static ChassisView Of(LabState lab, Chassis chassis) => new()
    {
        Key = chassis.Key.Number,
        Name = chassis.Name,
        Model = chassis.Model,
        BayCount = chassis.BayCount,
        Blades = [.. lab.Computers
            .Where(computer => computer.Chassis == chassis.Key)
            .OrderBy(computer => computer.Bay)
            .Select(computer => computer.Name)],
    };
}
