using HyperVLab.Disks.Serving;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Mounting;

/// <summary>A disk file of this computer that this process has mounted.</summary>
internal sealed class LocalMount
{
    private readonly MountSlot _slot;
    private readonly NbdServer _server;
    private readonly MountRecord _record;

    /// <summary>Takes over what was begun.</summary>
    public LocalMount(MountSlot slot, NbdServer server, MountRecord record)
    {
        _slot = slot;
        _server = server;
        _record = record;
    }

    /// <summary>Its number.</summary>
    public int Number => _slot.Number;

    /// <summary>Its full path.</summary>
    public string Path => _record.Disk.Path;

    /// <summary>What the disk is now.</summary>
    public VirtualHardDiskView Disk =>
        _record.Disk with { FileSize = _server.Export.Use(static disk => disk.FileSizeBytes) };

    /// <summary>Flushes, and closes the file.</summary>
    /// <exception cref="IOException">What was written last could not be made durable; it is dismounted all the
    /// same.</exception>
    public void End()
    {
        try
        {
            _server.Stop();
        }
        finally
        {
            _slot.Dispose();
        }
    }
}
