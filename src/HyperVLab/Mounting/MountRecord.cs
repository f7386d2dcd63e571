using System.Globalization;
using HyperVLab.Disks;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Mounting;

/// <summary>What a process tells others of a disk file that it has mounted.</summary>
internal sealed record MountRecord
{
    /// <summary>The process.</summary>
    public required int ProcessId { get; init; }

    /// <summary>Whether nobody may write to the disk.</summary>
    public required bool IsReadOnly { get; init; }

    /// <summary>What the disk was when it was mounted.</summary>
    public required VirtualHardDiskView Disk { get; init; }

    /// <summary>The record as text: a line for each value, escaped.</summary>
    public string ToText()
    {
        (string Name, object? Value)[] values =
        [
            ("process", ProcessId), ("readonly", IsReadOnly), ("computer", Disk.ComputerName), ("path", Disk.Path),
            ("uri", Disk.Uri), ("number", Disk.DiskNumber), ("format", Disk.VhdFormat), ("type", Disk.VhdType),
            ("file", Disk.FileSize), ("size", Disk.Size), ("minimum", Disk.MinimumSize),
            ("logical", Disk.LogicalSectorSize), ("physical", Disk.PhysicalSectorSize), ("block", Disk.BlockSize),
            ("parent", Disk.ParentPath), ("identifier", Disk.DiskIdentifier), ("link", Disk.LinkIdentifier),
            ("fragmentation", Disk.FragmentationPercentage), ("alignment", Disk.Alignment),
        ];
        return string.Concat(values.Where(pair => pair.Value is not null).Select(pair => string.Create(
            CultureInfo.InvariantCulture, $"{pair.Name}={Uri.EscapeDataString(Text(pair.Value!))}\n")));
    }

    /// <summary>Reads what <see cref="ToText"/> wrote; null where it is something else.</summary>
    public static MountRecord? Parse(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string[] pair in text.Split('\n').Select(line => line.Split('=', 2)).Where(pair => pair.Length == 2))
        {
            values[pair[0]] = Uri.UnescapeDataString(pair[1]);
        }

        try
        {
            return Read(values);
        }
        catch (Exception damage) when (damage is FormatException or OverflowException or KeyNotFoundException
            or ArgumentException)
        {
            return null;
        }
    }

    private static MountRecord Read(Dictionary<string, string> values) => new()
    {
        ProcessId = Number(values, "process") is { } process ? (int)process : 0,
        IsReadOnly = bool.Parse(values["readonly"]),
        Disk = new VirtualHardDiskView
        {
            ComputerName = values["computer"],
            Path = values["path"],
            LocalPath = values["path"],
            Uri = values["uri"],
            Attached = true,
            DiskNumber = (int?)Number(values, "number"),
            VhdFormat = Enum.Parse<VhdFormat>(values["format"]),
            VhdType = Enum.Parse<VhdType>(values["type"]),
            FileSize = Number(values, "file") ?? 0,
            Size = Number(values, "size") ?? 0,
            MinimumSize = Number(values, "minimum"),
            LogicalSectorSize = (int)(Number(values, "logical") ?? VirtualDisk.SectorBytes),
            PhysicalSectorSize = (int)(Number(values, "physical") ?? VirtualDisk.SectorBytes),
            BlockSize = (int)(Number(values, "block") ?? 0),
            ParentPath = values["parent"],
            DiskIdentifier = values["identifier"],
            LinkIdentifier = Guid.Parse(values["link"]),
            FragmentationPercentage = (int?)Number(values, "fragmentation"),
            Alignment = (int)(Number(values, "alignment") ?? 0),
        },
    };

    private static long? Number(Dictionary<string, string> values, string name) =>
        values.TryGetValue(name, out string? text) ? long.Parse(text, CultureInfo.InvariantCulture) : null;

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
