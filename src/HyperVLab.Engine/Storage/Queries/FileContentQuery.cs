using HyperVLab.Disks;
using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>Reads some of the bytes of a file that has any.</summary>
/// <param name="Computer">The host.</param>
/// <param name="Path">The path on it.</param>
/// <param name="Offset">Where to start, in bytes.</param>
/// <param name="Count">How many bytes at most; fewer come at the file's end.</param>
public sealed record FileContentQuery(Key<PhysicalComputer> Computer, string Path, long Offset, int Count)
    : LabQuery<byte[]>
{
    /// <inheritdoc/>
    internal override byte[] Answer(LabState lab)
    {
        StoredFile file = FileTable.Require(lab, Computer, Path);
        if (file.Kind is not (StoredFileKind.VirtualHardDisk or StoredFileKind.Content))
        {
            throw FileErrors.FileWithoutBytes.For(Path, Path);
        }

        return DiskReading.Of(Path, () =>
        {
            using IDiskFile bytes = lab.Disks.Open(DiskLocation.Of(file), readOnly: true);
            var content = new byte[Math.Clamp(bytes.Length - Offset, 0, Count)];
            bytes.Read(Offset, content);
            return content;
        });
    }
}
