using HyperVLab.Disks;

namespace HyperVLab.Engine.Storage;

/// <summary>A virtual hard disk that is open for reading, with its whole chain.</summary>
/// <param name="ComputerName">The host by whose path it was opened, or this computer.</param>
/// <param name="Path">Its path there.</param>
/// <param name="LocalPath">The file on this computer.</param>
/// <param name="Disk">The disk.</param>
public sealed record OpenedDisk(string ComputerName, string Path, string LocalPath, VirtualDisk Disk) : IDisposable
{
    /// <summary>Closes the files.</summary>
    public void Dispose() => Disk.Dispose();

    /// <summary>Reads something of the disk.</summary>
    /// <exception cref="Engine.Requests.LabException">What is read is damaged, or this computer refused.</exception>
    public T Read<T>(Func<VirtualDisk, T> read) => DiskReading.Of(Path, () => read(Disk));
}
