using System.Buffers.Binary;
using HyperVLab.Disks.Raw;
using HyperVLab.Disks.Registry;
using HyperVLab.Disks.Tests.FileSystems;
using HyperVLab.Disks.Tests.Partitions;
using static HyperVLab.Disks.Tests.FileSystems.NtfsRecordBuilder;

namespace HyperVLab.Disks.Tests.P2V;

/// <summary>
/// The disk of a computer with Windows, as far as a conversion looks at it: a partition at 1 MiB with the folders of
/// Windows, its SYSTEM hive in two pieces, files of drivers, and old data in all clusters that are free.
/// </summary>
internal sealed class WindowsImage
{
    public const uint Signature = 0x1234ABCD;

    private const int ClusterBytes = 4096;
    private const uint Data = 0x80;

    private readonly Dictionary<string, byte[]> _config = [];

    /// <summary>The hive; at first that of a server with a RAID controller of LSI's.</summary>
    public RegistryHive System { get; } = Hive();

    /// <summary>The files in System32\drivers.</summary>
    public List<string> DriverFiles { get; } = ["atapi.sys", "intelide.sys", "pciide.sys", "lsi_sas.sys"];

    /// <summary>The folder of Windows.</summary>
    public string Folder { get; init; } = "Windows";

    /// <summary>The volume, to be made dirty and the like.</summary>
    public NtfsImage Volume { get; } = new(ClusterBytes);

    /// <summary>The bytes of SYSTEM instead of those that the hive makes.</summary>
    public byte[]? SystemBytes { get; set; }

    /// <summary>How the file of SYSTEM is kept, for files that are not changed.</summary>
    public Func<(long, long)[], int, byte[]> Kept { get; set; } = (runs, size) => Elsewhere(Data, runs, size);

    /// <summary>Adds a file beside SYSTEM.</summary>
    public void Add(string name, byte[] content) => _config.Add(name, content);

    public RegistryKey Services => System.Find(@"ControlSet001\Services")!;

    /// <summary>Makes the disk.</summary>
    public RawDisk Make()
    {
        var bytes = SystemBytes ?? System.ToBytes();
        var half = ((bytes.Length / 2) + ClusterBytes - 1) / ClusterBytes * ClusterBytes;
        var second = Volume.Write(700, bytes[half..]);
        var first = Volume.Write(760, bytes[..half]);
        var (windows, system32, config, drivers) = (
            Volume.NextRecord(), Volume.NextRecord(), Volume.NextRecord(), Volume.NextRecord());
        var place = 820;
        List<(long, byte[])> names = [(Put("SYSTEM", config, Kept([first, second], bytes.Length)))];
        foreach (var (name, content) in _config)
        {
            var run = Volume.Write(place, content);
            place += (int)run.Count;
            names.Add(Put(name, config, Elsewhere(Data, [run], content.Length)));
        }

        var root = Volume.AddDirectory(Folder, (system32, FileName("System32", windows, directory: true)));
        Directory(config, "config", system32, [.. names]);
        Directory(drivers, "drivers", system32, [.. DriverFiles.Select(
            name => Put(name, drivers, Resident(Data, [1, 2, 3])))]);
        Directory(
            system32, "System32", root, (config, FileName("config", system32, directory: true)),
            (drivers, FileName("drivers", system32, directory: true)));
        return Assemble(Volume.Finish());
    }

    /// <summary>The SYSTEM hive that a disk has.</summary>
    public static RegistryHive SystemOf(VirtualDisk disk, string folder = "Windows")
    {
        using var stream = HyperVLab.Disks.FileSystems.Ntfs.NtfsVolume
            .Open(disk, DiskImage.VolumeOffset, disk.SizeBytes - DiskImage.VolumeOffset)
            .OpenRead($@"{folder}\System32\config\SYSTEM");
        return RegistryHive.Open(stream);
    }

    /// <summary>When a service starts.</summary>
    public static ulong? Start(RegistryHive system, string service, string value = "Start")
        => system.Find($@"ControlSet001\Services\{service}")?.FindValue(value)?.ReadNumber();

    private static RegistryHive Hive()
    {
        var hive = RegistryHive.CreateNew("SYSTEM", Any.Created);
        hive.Root.CreateSubkey("Select").SetNumber("Current", 1);
        hive.Root.CreateSubkey("Select").SetNumber("Default", 1);
        var services = hive.Root.CreateSubkey(@"ControlSet001\Services");
        foreach (var (name, start) in new[] { ("atapi", 3u), ("lsi_sas", 0u), ("iaStorV", 3u), ("Disk", 0u) })
        {
            services.CreateSubkey(name).SetNumber("Start", start);
        }

        hive.Root.CreateSubkey(@"ControlSet001\Control\CriticalDeviceDatabase\gendisk").SetText("Service", "disk");
        var device = new byte[12];
        BinaryPrimitives.WriteUInt32LittleEndian(device, Signature);
        BinaryPrimitives.WriteInt64LittleEndian(device.AsSpan(4), DiskImage.VolumeOffset);
        hive.Root.CreateSubkey("MountedDevices").SetValue(@"\DosDevices\C:", RegistryValueType.Binary, device);

        // A hive that Windows has worked with has room in it.
        hive.Root.CreateSubkey("Deleted").SetValue("", RegistryValueType.Binary, new byte[6000]);
        hive.Root.DeleteSubkey("Deleted");
        return hive;
    }

    private (long, byte[]) Put(string name, long parent, byte[] data)
    {
        var number = Volume.NextRecord();
        var key = FileName(name, parent);
        Volume.SetRecord(number, Record(number, [NtfsImage.Information(), Resident(0x30, key), data]));
        return (number, key);
    }

    private void Directory(long number, string name, long parent, params (long, byte[])[] names)
        => Volume.SetRecord(number, Record(
            number,
            [
                NtfsImage.Information(), Resident(0x30, FileName(name, parent, directory: true)),
                Resident(0x90, IndexRoot(IndexEntries(names)), "$I30"),
            ],
            directory: true));

    // What was deleted once still stands in the clusters that are free now.
    private RawDisk Assemble(byte[] volume)
    {
        for (var cluster = 0; cluster < NtfsImage.ClusterCount; cluster++)
        {
            if (!Volume.Used[cluster])
            {
                Any.Bytes(ClusterBytes, cluster).CopyTo(volume, cluster * ClusterBytes);
            }
        }

        var sectors = (uint)(volume.Length / 512);
        var disk = RawDisk.Create(new MemoryDiskFile(), DiskImage.VolumeOffset + volume.Length + (1024 * 1024));
        var record = TableBuilder.Record((0x07, 2048, sectors));
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(440), Signature);
        record[446] = 0x80;
        disk.Write(0, record);
        disk.Write(DiskImage.VolumeOffset, volume);
        disk.Write(disk.SizeBytes - 512, Any.Bytes(512, 99));
        return disk;
    }
}
