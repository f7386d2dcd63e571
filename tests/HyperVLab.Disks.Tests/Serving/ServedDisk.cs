using HyperVLab.Disks.Serving;
using HyperVLab.Disks.Vhd;

namespace HyperVLab.Disks.Tests.Serving;

/// <summary>A dynamic disk with some data at 1 MiB, offered on a Unix socket.</summary>
internal sealed class ServedDisk : IDisposable
{
    public const int DataOffset = 1024 * 1024;

    private readonly TemporaryFolder _folder = new();

    public ServedDisk(
        bool isReadOnly = false, NbdServerOptions? options = null, Func<MemoryDiskFile, IDiskFile>? over = null)
    {
        File = new MemoryDiskFile();
        using (var disk = VhdDisk.CreateDynamic(File, Any.Creation(block: 512 * 1024)))
        {
            disk.Write(DataOffset, Data);
        }

        var open = VirtualDisk.Open(over is null ? File : over(File));
        Server = NbdServer.Start(
            new DiskExport(open, "web01", isReadOnly), NbdEndPoint.UnixSocket(_folder["disk.sock"]), options);
    }

    public static byte[] Data { get; } = Any.Bytes(300_000, 77);

    public MemoryDiskFile File { get; }

    public NbdServer Server { get; }

    /// <summary>Ends the server and reads the disk.</summary>
    public byte[] Content()
    {
        Server.Stop();
        using var disk = VirtualDisk.Open(File, readOnly: true);
        return Any.Content(disk);
    }

    public void Dispose()
    {
        Server.Dispose();
        _folder.Dispose();
    }
}
