namespace HyperVLab.Engine.Management;

/// <summary>Of which virtual machines are made.</summary>
public sealed record VMTemplateView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The number of the server that keeps it.</summary>
    public required int ServerKey { get; init; }

    /// <summary>What it is for.</summary>
    public required string Description { get; init; }

    /// <summary>Whether machines can be made of it: its disk is there.</summary>
    public required LibraryResourceState State { get; init; }

    /// <summary>The number of its disk in the library; null while it has none.</summary>
    public required int? DiskKey { get; init; }

    /// <summary>Its disk's name in the library; null while it has none.</summary>
    public required string? VirtualHardDisk { get; init; }

    /// <summary>The numbers of the files of the library that it needs.</summary>
    public required IReadOnlyList<int> NeededKeys { get; init; }

    /// <summary>What machines are made of.</summary>
    public required HardwareSettings Hardware { get; init; }

    /// <summary>What guests are told; null where they are left as they are.</summary>
    public required GuestSettingsView? Guest { get; init; }

    /// <summary>When it was made, since the lab began.</summary>
    public required TimeSpan AddedAt { get; init; }

    /// <summary>When it was last changed, since the lab began.</summary>
    public required TimeSpan ModifiedAt { get; init; }

    internal static VMTemplateView Of(LabState lab, VMTemplate template)
    {
        LibraryResource? disk = lab.LibraryResources.Find(template.Disk);
        return new VMTemplateView
        {
            Key = template.Key.Number,
            Name = template.Name,
            ServerKey = template.Server.Number,
            Description = template.Description,
            State = disk is { IsMissing: false, File: not null }
                ? LibraryResourceState.Normal
                : LibraryResourceState.Missing,
            DiskKey = disk?.Key.Number,
            VirtualHardDisk = disk?.Name,
            NeededKeys =
            [
                .. new[] { template.Disk, template.Guest?.AnswerFile }
                    .Where(static key => key is not null).Select(static key => key!.Value.Number),
            ],
            Hardware = template.Hardware,
            Guest = template.Guest is { } guest ? GuestSettingsView.Of(lab, guest) : null,
            AddedAt = template.AddedAt,
            ModifiedAt = template.ModifiedAt,
        };
    }
}
