using System.Buffers.Binary;

namespace HyperVLab.Disks.FileSystems.Ntfs;

/// <summary>Describes files for users.</summary>
internal static class NtfsFileFacts
{
    private const int FlagsOffset = 32;

    /// <summary>Describes a file, or one of its further streams.</summary>
    public static VolumeFile Of(NtfsFile file, string name, string path, string stream = "")
    {
        var data = file.Find(NtfsAttribute.Data, stream);
        var information = file.Value(NtfsAttribute.StandardInformation) is { Length: >= FlagsOffset + 4 } value
            ? value.Span : new byte[FlagsOffset + 4];
        var flags = (FileAttributes)(BinaryPrimitives.ReadUInt32LittleEndian(information[FlagsOffset..]) & 0x7FFF);
        return new VolumeFile
        {
            Name = name,
            Path = path,
            IsDirectory = file.IsDirectory && stream.Length == 0,
            SizeBytes = data?.SizeBytes ?? 0,
            AllocatedBytes = data?.AllocatedBytes ?? 0,
            Attributes = file.IsDirectory ? flags | FileAttributes.Directory : flags,
            Created = Moment(information),
            Modified = Moment(information[8..]),
            Accessed = Moment(information[24..]),
            Number = file.Number,
            Streams = [.. file.Attributes
                .Where(attribute => attribute.Type == NtfsAttribute.Data && attribute.Name.Length > 0)
                .Select(attribute => attribute.Name).Order(StringComparer.OrdinalIgnoreCase)],
            LinkTarget = NtfsReparsePoint.Read(file)?.Target,
        };
    }

    // Hundreds of nanoseconds since 1601.
    private static DateTimeOffset? Moment(ReadOnlySpan<byte> bytes)
    {
        var ticks = BinaryPrimitives.ReadInt64LittleEndian(bytes);
        return ticks > 0 && ticks <= DateTime.MaxValue.ToFileTimeUtc()
            ? new DateTimeOffset(DateTime.FromFileTimeUtc(ticks)) : null;
    }
}
