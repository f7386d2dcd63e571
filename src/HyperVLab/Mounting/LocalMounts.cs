using HyperVLab.Disks;
using HyperVLab.Disks.Serving;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Mounting;

/// <summary>The disk files of this computer that are mounted: those of this process, and what others tell.</summary>
internal static class LocalMounts
{
    private static readonly Lock s_guard = new();
    private static readonly SortedDictionary<int, LocalMount> s_mounts = [];

    private static readonly StringComparison s_pathComparison =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()
            ? StringComparison.OrdinalIgnoreCase
            : StringComparison.Ordinal;

    // Clients lose nothing that they flushed, and the file is closed as if the disk had been dismounted.
    static LocalMounts() => AppDomain.CurrentDomain.ProcessExit += static (_, _) => EndAll();

    /// <summary>Mounts a disk.</summary>
    /// <param name="path">Its full path.</param>
    /// <param name="isReadOnly">Whether nobody may write to it.</param>
    /// <param name="place">Where it is to be had from.</param>
    /// <exception cref="LabException">It cannot be.</exception>
    public static VirtualHardDiskView Mount(string path, bool isReadOnly, MountPlace place)
    {
        path = Resolve(path);
        lock (s_guard)
        {
            if (FindRecord(path) is { } record && !(record.IsReadOnly && isReadOnly && !IsOurs(record)))
            {
                throw ModuleErrors.AlreadyMounted.For(path, path, Owner(record), record.Disk.Uri ?? string.Empty);
            }

            VirtualHardDiskView disk = LocalVirtualDisks.Read(path, Environment.MachineName);
            LocalMount mount = Begin(path, isReadOnly, place, disk);
            s_mounts.Add(mount.Number, mount);
            return mount.Disk;
        }
    }

    /// <summary>What a mounted disk is now, as far as others may know it; null where it is not mounted.</summary>
    public static VirtualHardDiskView? Find(string path)
    {
        path = Resolve(path);
        lock (s_guard)
        {
            return FindHere(path)?.Disk ?? Refresh(FindRecord(path)?.Disk);
        }
    }

    /// <summary>The path of the disk of a number.</summary>
    /// <exception cref="LabException">There is none.</exception>
    public static string PathOf(uint number)
    {
        lock (s_guard)
        {
            return MountSlot.Records().FirstOrDefault(record => record.Disk.DiskNumber == number)?.Disk.Path
                ?? throw ModuleErrors.NoMountedDisk.For($"{number}", $"{number}");
        }
    }

    /// <summary>Dismounts a disk that this process has mounted.</summary>
    /// <exception cref="LabException">It has not, or what was written last could not be made durable.</exception>
    public static void Dismount(string path)
    {
        path = Resolve(path);
        lock (s_guard)
        {
            LocalMount mount = FindHere(path) ?? throw (FindRecord(path) is { } record
                ? ModuleErrors.MountedElsewhere.For(path, path, Owner(record))
                : ModuleErrors.NotMounted.For(path, path));
            s_mounts.Remove(mount.Number);
            try
            {
                mount.End();
            }
            catch (IOException failure)
            {
                throw ModuleErrors.MountNotFlushed.For(path, path, failure.Message);
            }
        }
    }

    /// <summary>Dismounts everything of this process.</summary>
    public static void EndAll()
    {
        lock (s_guard)
        {
            foreach (LocalMount mount in s_mounts.Values)
            {
                try
                {
                    mount.End();
                }
                catch (IOException)
                {
                    // Nobody is left to be told; what was flushed is there.
                }
            }

            s_mounts.Clear();
        }
    }

    private static LocalMount Begin(string path, bool isReadOnly, MountPlace place, VirtualHardDiskView disk)
    {
        MountSlot? slot = null;
        NbdServer? server = null;
        try
        {
            slot = MountSlot.Take();
            VirtualDisk open = LocalDiskOpener.Open(path, Environment.MachineName, isReadOnly);
            server = place.Offer(open, Path.GetFileName(path), slot, path);
            var record = new MountRecord
            {
                ProcessId = Environment.ProcessId,
                IsReadOnly = isReadOnly,
                Disk = disk with { Attached = true, DiskNumber = slot.Number, Uri = server.Uri },
            };
            slot.Publish(record);
            return new LocalMount(slot, server, record);
        }
        catch (Exception failure)
        {
            server?.Dispose();
            slot?.Dispose();
            throw failure is IOException or UnauthorizedAccessException
                ? ModuleErrors.MountFailed.For(path, path, failure.Message)
                : failure;
        }
    }

    // The file behind links is what is mounted, whatever it is called.
    private static string Resolve(string path) =>
        File.Exists(path) && File.ResolveLinkTarget(path, returnFinalTarget: true) is { } target
            ? target.FullName
            : path;

    private static LocalMount? FindHere(string path) =>
        s_mounts.Values.FirstOrDefault(mount => string.Equals(mount.Path, path, s_pathComparison));

    private static MountRecord? FindRecord(string path) => MountSlot.Records()
        .Where(record => string.Equals(record.Disk.Path, path, s_pathComparison))
        .OrderBy(record => IsOurs(record) ? 0 : 1)
        .FirstOrDefault();

    private static bool IsOurs(MountRecord record) => record.ProcessId == Environment.ProcessId;

    private static string Owner(MountRecord record) => IsOurs(record)
        ? "this process"
        : $"the process {record.ProcessId}";

    private static VirtualHardDiskView? Refresh(VirtualHardDiskView? disk) =>
        disk is not null && new FileInfo(disk.Path) is { Exists: true } file
            ? disk with { FileSize = file.Length }
            : disk;
}
