namespace HyperVLab.Engine.Management;

/// <summary>What a virtual machine is made of, kept under a name.</summary>
public sealed record HardwareProfileView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The number of the server that keeps it.</summary>
    public required int ServerKey { get; init; }

    /// <summary>What it is for.</summary>
    public required string Description { get; init; }

    /// <summary>What it says.</summary>
    public required HardwareSettings Hardware { get; init; }

    /// <summary>When it was made, since the lab began.</summary>
    public required TimeSpan AddedAt { get; init; }

    /// <summary>When it was last changed, since the lab began.</summary>
    public required TimeSpan ModifiedAt { get; init; }

    internal static HardwareProfileView Of(LabState lab, HardwareProfile profile) => new()
    {
        Key = profile.Key.Number,
        Name = profile.Name,
        ServerKey = profile.Server.Number,
        Description = profile.Description,
        Hardware = profile.Hardware,
        AddedAt = profile.AddedAt,
        ModifiedAt = profile.ModifiedAt,
    };
}
