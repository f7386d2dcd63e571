using HyperVLab.Disks;
using HyperVLab.Disks.Serving;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Session;

namespace HyperVLab.Mounting;

/// <summary>
/// What this process offers of a lab's mounted disks. Which disks are mounted the lab says; when a mount ends in it,
/// by whatever cause, so does the offer.
/// </summary>
/// <param name="handle">The lab.</param>
internal sealed class LabMounts(LabHandle handle) : IDisposable
{
    private readonly Lock _guard = new();
    private readonly SortedDictionary<int, (NbdServer Server, MountSlot Slot)> _offers = [];

    /// <summary>Where a disk is to be had from; null where it is not.</summary>
    /// <param name="file">The number of its file in the lab.</param>
    public string? UriOf(int? file)
    {
        lock (_guard)
        {
            return file is { } key && _offers.TryGetValue(key, out (NbdServer Server, MountSlot) offer)
                ? offer.Server.Uri
                : null;
        }
    }

    /// <summary>Offers a disk that was just mounted; where that is not possible, it is dismounted again.</summary>
    /// <exception cref="LabException">It cannot be opened, or its place is in use.</exception>
    public void Begin(MountedDiskView mount, string path, MountPlace place)
    {
        try
        {
            Offer(mount, path, place);
        }
        catch (LabException)
        {
            handle.Send(new DismountVHD { Computer = new(mount.ComputerKey), Path = path });
            throw;
        }
    }

    /// <summary>Dismounts a disk: ends its offer, then its mount; where that is refused it is offered as
    /// before.</summary>
    /// <param name="mount">The mount.</param>
    /// <param name="path">The disk's path on its host.</param>
    /// <param name="fileSizeBytes">The length of its file that the lab is to note; null for what it has.</param>
    /// <exception cref="LabException">It was refused, or what was written last could not be made durable.</exception>
    public JobView Dismount(MountedDiskView mount, string path, long? fileSizeBytes)
    {
        MountPlace? place = Withdraw(mount, path);
        try
        {
            return handle.Send(new DismountVHD
            {
                Computer = new(mount.ComputerKey),
                Path = path,
                FileSizeBytes = fileSizeBytes
                    ?? (mount.IsReadOnly || place is null
                        ? null
                        : handle.Whole.LengthOfMounted(new(mount.ComputerKey), path)),
            });
        }
        catch (LabException) when (place is not null)
        {
            Offer(mount, path, place);
            throw;
        }
    }

    /// <summary>Dismounts what this process offers.</summary>
    public void DismountAll()
    {
        foreach (MountedDiskView mount in handle.Whole.Ask(new MountedDisksQuery()))
        {
            try
            {
                if (UriOf(mount.FileKey) is not null)
                {
                    Dismount(mount, mount.Path, null);
                }
            }
            catch (LabException)
            {
                // It stays mounted in the lab, and Dismount-LabVHD can end that later; nothing serves it.
                Dispose();
            }
        }
    }

    /// <summary>Ends the offers of what is not mounted any more.</summary>
    public void Follow()
    {
        lock (_guard)
        {
            if (_offers.Count == 0)
            {
                return;
            }

            HashSet<int> mounted = [.. handle.Whole.Ask(new MountedDisksQuery()).Select(mount => mount.FileKey)];
            foreach (int file in _offers.Keys.Where(file => !mounted.Contains(file)).ToArray())
            {
                _offers.Remove(file, out (NbdServer, MountSlot) offer);
                End(offer);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_guard)
        {
            foreach ((NbdServer, MountSlot) offer in _offers.Values)
            {
                End(offer);
            }

            _offers.Clear();
        }
    }

    private void Offer(MountedDiskView mount, string path, MountPlace place)
    {
        MountSlot? slot = null;
        try
        {
            slot = MountSlot.Take();
            VirtualDisk disk = handle.Whole.OpenMounted(new(mount.ComputerKey), path);
            string name = path[(path.LastIndexOf('\\') + 1)..];
            lock (_guard)
            {
                // An earlier mount may have ended, and this one begun, before anybody looked.
                if (_offers.Remove(mount.FileKey, out (NbdServer, MountSlot) stale))
                {
                    End(stale);
                }

                _offers.Add(mount.FileKey, (place.Offer(disk, name, slot, path), slot));
            }
        }
        catch (Exception failure)
        {
            slot?.Dispose();
            throw failure is IOException or UnauthorizedAccessException
                ? ModuleErrors.MountFailed.For(path, path, failure.Message)
                : failure;
        }
    }

    // Where it was offered; null where it was not. What clients wrote is in the file then.
    private MountPlace? Withdraw(MountedDiskView mount, string path)
    {
        (NbdServer Server, MountSlot Slot) offer;
        lock (_guard)
        {
            if (!_offers.Remove(mount.FileKey, out offer))
            {
                return null;
            }
        }

        bool isOwn = offer.Server.SocketPath == offer.Slot.SocketPath;
        var place = new MountPlace(isOwn ? null : offer.Server.SocketPath, offer.Server.Port);
        return End(offer) is { } failure
            ? throw ModuleErrors.MountNotFlushed.For(path, path, failure.Message)
            : place;
    }

    private static IOException? End((NbdServer Server, MountSlot Slot) offer)
    {
        try
        {
            offer.Server.Stop();
            return null;
        }
        catch (IOException failure)
        {
            return failure;
        }
        finally
        {
            offer.Slot.Dispose();
        }
    }
}
