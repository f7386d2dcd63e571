namespace HyperVLab.Engine.Management;

/// <summary>How one virtual machine is to be made of a template, and where.</summary>
public sealed record VMConfigurationView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The number of the server that keeps it.</summary>
    public required int ServerKey { get; init; }

    /// <summary>What is written about the machine.</summary>
    public required string Description { get; init; }

    /// <summary>The template.</summary>
    public required string VMTemplate { get; init; }

    /// <summary>The place of the group in which a host is looked for; null for all.</summary>
    public required string? VMHostGroup { get; init; }

    /// <summary>The host; null before one was chosen.</summary>
    public required string? VMHost { get; init; }

    /// <summary>Whether placement leaves the host as it is.</summary>
    public required bool PinVMHost { get; init; }

    /// <summary>The folder of the host in which the machine's own is made; null for the host's default.</summary>
    public required string? VMLocation { get; init; }

    /// <summary>Whether placement leaves the folder as it is.</summary>
    public required bool PinVMLocation { get; init; }

    /// <summary>The name of the guest's computer; null for as the template says.</summary>
    public required string? ComputerName { get; init; }

    /// <summary>From which others the machine is kept apart.</summary>
    public required IReadOnlyList<string> AvailabilitySetNames { get; init; }

    /// <summary>The stars of the host when it was rated; null before.</summary>
    public required double? Rating { get; init; }

    /// <summary>Why it is that host, or what speaks against it; null before it was rated.</summary>
    public required string? Explanation { get; init; }

    /// <summary>When it was made, since the lab began.</summary>
    public required TimeSpan AddedAt { get; init; }

    /// <summary>When it was last changed, since the lab began.</summary>
    public required TimeSpan ModifiedAt { get; init; }

    internal static VMConfigurationView Of(LabState lab, VMConfiguration one) => new()
    {
        Key = one.Key.Number,
        Name = one.Name,
        ServerKey = one.Server.Number,
        Description = one.Description,
        VMTemplate = lab.VMTemplates[one.Template].Name,
        VMHostGroup = lab.HostGroups.Find(one.HostGroup) is { } group ? HostGroups.PathOf(lab, group) : null,
        VMHost = one.Host is { } host ? lab.NameOf(host) : null,
        PinVMHost = one.IsHostPinned,
        VMLocation = one.Location,
        PinVMLocation = one.IsLocationPinned,
        ComputerName = one.ComputerName,
        AvailabilitySetNames = one.AvailabilitySetNames,
        Rating = one.Rating,
        Explanation = one.Explanation,
        AddedAt = one.AddedAt,
        ModifiedAt = one.ModifiedAt,
    };
}
