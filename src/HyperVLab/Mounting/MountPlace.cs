using HyperVLab.Disks.Serving;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Mounting;

/// <summary>Where a person wants a mounted disk to be had from.</summary>
/// <param name="Socket">The full path of a Unix socket; null where nobody said one.</param>
/// <param name="Port">A port of this computer; null where nobody said one.</param>
internal sealed record MountPlace(string? Socket, int? Port)
{
    /// <summary>Offers a disk there, or in the place that it gets by itself.</summary>
    /// <param name="disk">The disk; disposed where it cannot be offered.</param>
    /// <param name="name">What clients may call it.</param>
    /// <param name="slot">Which place it gets by itself.</param>
    /// <param name="path">The disk's path, for the message.</param>
    /// <exception cref="LabException">The place is in use, not possible, or this computer refused.</exception>
    public NbdServer Offer(Disks.VirtualDisk disk, string name, MountSlot slot, string path)
    {
        try
        {
            NbdEndPoint endPoint = Port is { } port ? NbdEndPoint.Loopback(port)
                : Socket is not null ? NbdEndPoint.UnixSocket(Socket)
                : OperatingSystem.IsWindows() ? NbdEndPoint.Loopback()
                : NbdEndPoint.UnixSocket(slot.SocketPath);
            return NbdServer.Start(new DiskExport(disk, name), endPoint);
        }
        catch (Exception refusal) when (refusal is IOException or ArgumentException or UnauthorizedAccessException)
        {
            disk.Dispose();
            throw ModuleErrors.MountFailed.For(path, path, refusal.Message);
        }
    }
}
