namespace HyperVLab.Engine.Management;

/// <summary>What a guest operating system is told, kept under a name.</summary>
public sealed record GuestOSProfileView
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
    public required GuestSettingsView Guest { get; init; }

    /// <summary>The number of its answer file in the library; null for none.</summary>
    public required int? AnswerFileKey { get; init; }

    /// <summary>When it was made, since the lab began.</summary>
    public required TimeSpan AddedAt { get; init; }

    /// <summary>When it was last changed, since the lab began.</summary>
    public required TimeSpan ModifiedAt { get; init; }

    internal static GuestOSProfileView Of(LabState lab, GuestOSProfile profile) => new()
    {
        Key = profile.Key.Number,
        Name = profile.Name,
        ServerKey = profile.Server.Number,
        Description = profile.Description,
        Guest = GuestSettingsView.Of(lab, profile.Guest),
        AnswerFileKey = profile.Guest.AnswerFile?.Number,
        AddedAt = profile.AddedAt,
        ModifiedAt = profile.ModifiedAt,
    };
}
