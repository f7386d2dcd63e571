using HyperVLab.Disks;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Management;

/// <summary>A file of the library.</summary>
public sealed record LibraryResourceView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>What the library calls it.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required LibraryResourceKind Kind { get; init; }

    /// <summary>The number of its share.</summary>
    public required int ShareKey { get; init; }

    /// <summary>Its network path.</summary>
    public required string SharePath { get; init; }

    /// <summary>Its library server's name.</summary>
    public required string LibraryServer { get; init; }

    /// <summary>What it is for.</summary>
    public required string Description { get; init; }

    /// <summary>The family of files that stand for each other.</summary>
    public required string FamilyName { get; init; }

    /// <summary>The release within that family.</summary>
    public required string Release { get; init; }

    /// <summary>The operating system that is said to be on it.</summary>
    public required string OperatingSystem { get; init; }

    /// <summary>Whether it may be used.</summary>
    public required bool Enabled { get; init; }

    /// <summary>Whether it is there.</summary>
    public required LibraryResourceState State { get; init; }

    /// <summary>The length of its file in bytes; 0 where it is gone.</summary>
    public required long Length { get; init; }

    /// <summary>The format of a virtual hard disk; null for other files.</summary>
    public VhdFormat? VHDFormat { get; init; }

    /// <summary>How a virtual hard disk keeps its bytes; null for other files.</summary>
    public VhdType? VHDType { get; init; }

    /// <summary>The size that a guest sees of a virtual hard disk, in bytes; null for other files.</summary>
    public long? MaximumSize { get; init; }

    /// <summary>Words by which a driver package is found.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>The devices that a driver package is for.</summary>
    public required IReadOnlyList<string> PlugAndPlayIds { get; init; }

    /// <summary>When it was found, since the lab began.</summary>
    public required TimeSpan AddedAt { get; init; }

    /// <summary>When what the library says of it was last changed, since the lab began.</summary>
    public required TimeSpan ModifiedAt { get; init; }

    internal static LibraryResourceView Of(LabState lab, LibraryResource resource)
    {
        StoredFile? file = lab.StoredFiles.Find(resource.File);
        StoredDisk? disk = file is null ? null : VirtualDiskFiles.Find(lab, file.Key);
        return new LibraryResourceView
        {
            Key = resource.Key.Number,
            Name = resource.Name,
            Kind = resource.Kind,
            ShareKey = resource.Share.Number,
            SharePath = LibraryFiles.PathOf(lab, resource),
            LibraryServer = lab.NameOf(LibraryFiles.ComputerOf(lab, lab.LibraryShares[resource.Share])),
            Description = resource.Description,
            FamilyName = resource.FamilyName,
            Release = resource.Release,
            OperatingSystem = resource.OperatingSystem,
            Enabled = resource.Enabled,
            State = resource.IsMissing ? LibraryResourceState.Missing : LibraryResourceState.Normal,
            Length = file?.SizeBytes ?? 0,
            VHDFormat = disk?.VhdFormat,
            VHDType = disk?.VhdType,
            MaximumSize = disk?.SizeBytes,
            Tags = resource.Tags,
            PlugAndPlayIds = resource.PlugAndPlayIds,
            AddedAt = resource.AddedAt,
            ModifiedAt = resource.ModifiedAt,
        };
    }
}
