using System.Text;
using HyperVLab.Disks.FileSystems.Ntfs;
using HyperVLab.Disks.Guests;
using HyperVLab.Disks.Raw;
using HyperVLab.Disks.Registry;
using HyperVLab.Disks.Tests.FileSystems;
using HyperVLab.Disks.Tests.P2V;
using HyperVLab.Disks.Tests.Registry;
using HyperVLab.Disks.Windows;

namespace HyperVLab.Disks.Tests.Windows;

/// <summary>A Windows on a disk is given another identity in its own hives, where they stand.</summary>
public class WindowsIdentityTests
{
    private const string NewSid = "S-1-5-21-1000000001-2000000002-3000000003";

    [Fact]
    public void What_was_written_is_read_again_and_nothing_beside_the_hives_has_changed()
    {
        var image = Installed();
        using var disk = image.Make();
        var before = Any.Content(disk);
        WindowsIdentity.Write(disk, Identity("WEB01", generalized: false));
        var read = WindowsIdentity.Read(disk)!;
        Assert.Equal(("WEB01", NewSid, false), (read.ComputerName, read.MachineSid, read.Generalized));
        WindowsIdentity.Write(disk, read with { Generalized = true });
        Assert.True(WindowsIdentity.Read(disk)!.Generalized);

        var after = Any.Content(disk);
        var system = WindowsImage.SystemOf(disk);
        Assert.Equal("WEB01", ComputerName.Read(system));
        Assert.Equal(2u, system.Find("Setup")!.FindValue("SetupType")!.ReadNumber());
        Assert.Equal(before.Length, after.Length);
        foreach (var cluster in Enumerable.Range(0, NtfsImage.ClusterCount).Where(number => number is < 700 or > 1000))
        {
            var at = (int)DiskImage.VolumeOffset + (cluster * 4096);
            Assert.True(before.AsSpan(at, 4096).SequenceEqual(after.AsSpan(at, 4096)), $"Cluster {cluster}.");
        }
    }

    [Fact]
    public void Hives_of_Windows_are_changed_in_place_and_other_programs_read_that()
    {
        var (get, groups) = (Tools.Need("hivexget"), Tools.Need("samusrgrp"));
        using var folder = new TemporaryFolder();
        using var disk = Installed(Clean("SAM"), Clean("SECURITY")).Make();
        WindowsIdentity.Write(disk, Identity("WEB01", generalized: false));
        foreach (var name in new[] { "SAM", "SECURITY", "SYSTEM" })
        {
            File.WriteAllBytes(folder[name], HiveOf(disk, name));
        }

        Assert.Equal(Clean("SAM").Length, new FileInfo(folder["SAM"]).Length);
        var (code, output, error) = Tools.Run(
            get, folder["SYSTEM"], @"ControlSet001\Control\ComputerName\ComputerName", "ComputerName");
        Assert.True(code == 0, error);
        Assert.Equal("WEB01", Encoding.UTF8.GetString(output).Trim());
        (_, output, _) = Tools.Run(groups, "-s", folder["SAM"]);
        Assert.Contains(NewSid, Encoding.UTF8.GetString(output), StringComparison.Ordinal);
        Assert.Equal(NewSid, MachineSid.Read(RegistryHive.Open(File.ReadAllBytes(folder["SECURITY"])))!.ToString());
    }

    [Theory]
    [InlineData("SAM")]
    [InlineData("SECURITY")]
    public void A_broken_hive_is_refused_and_nothing_is_written(string broken)
    {
        var image = new WindowsImage();
        foreach (var name in new[] { "SAM", "SECURITY" })
        {
            image.Add(name, name == broken ? new byte[8192] : Hive(name));
        }

        using var disk = image.Make();
        var before = Any.Content(disk);
        Assert.Throws<DiskFormatException>(() => WindowsIdentity.Write(disk, Identity("WEB01", generalized: false)));
        Assert.Equal(before, Any.Content(disk));
    }

    [Fact]
    public void A_missing_or_empty_hive_is_refused_and_so_is_a_disk_without_Windows()
    {
        using var missing = new WindowsImage().Make();
        Assert.Throws<DiskFormatException>(() => WindowsIdentity.Write(missing, Identity("WEB01", generalized: false)));
        Assert.Equal("", WindowsIdentity.Read(missing)!.MachineSid);
        var bytes = new MemoryDiskFile();
        bytes.SetLength(4 << 20);
        using var empty = RawDisk.Open(bytes);
        Assert.Null(WindowsIdentity.Read(empty));
        Assert.Throws<DiskFormatException>(() => WindowsIdentity.Write(empty, Identity("WEB01", generalized: false)));
    }

    [Fact]
    public void Whatever_is_wrong_with_a_hive_the_disk_stays_as_it_was_or_is_whole()
    {
        var random = new Random(2010);
        for (var round = 0; round < 25; round++)
        {
            var sam = Hive("SAM");
            for (var change = 0; change < 4; change++)
            {
                sam[random.Next(sam.Length)] ^= (byte)(1 << random.Next(8));
            }

            using var disk = Installed(sam, Hive("SECURITY")).Make();
            var before = Any.Content(disk);
            try
            {
                WindowsIdentity.Write(disk, Identity("WEB01", generalized: false));
                Assert.Equal(NewSid, MachineSid.Read(RegistryHive.Open(HiveOf(disk, "SAM")))!.ToString());
            }
            catch (DiskFormatException)
            {
                Assert.Equal(before, Any.Content(disk));
            }
        }
    }

    private static GuestSystemRecord Identity(string name, bool generalized) => new()
    {
        OperatingSystem = "Windows",
        ComputerName = name,
        MachineSid = NewSid,
        Generalized = generalized,
    };

    private static WindowsImage Installed() => Installed(Hive("SAM"), Hive("SECURITY"));

    private static WindowsImage Installed(byte[] sam, byte[] security)
    {
        var image = new WindowsImage();
        ComputerName.Write(image.System, "GOLD-IMAGE");
        image.Add("SAM", sam);
        image.Add("SECURITY", security);
        return image;
    }

    // As Windows has them: the identifier at the end of the accounts' value, and by itself in the policy.
    private static byte[] Hive(string name)
    {
        var hive = RegistryHive.CreateNew(name, Any.Created);
        byte[] identifier =
        [
            1, 4, 0, 0, 0, 0, 0, 5, 21, 0, 0, 0, .. Enumerable.Range(1, 12).Select(number => (byte)number),
        ];
        if (name == "SAM")
        {
            hive.Root.CreateSubkey(@"SAM\Domains\Account")
                .SetValue("V", RegistryValueType.Binary, [.. new byte[40], .. identifier]);
        }
        else
        {
            hive.Root.CreateSubkey(@"Policy\PolAcDmS").SetValue("", RegistryValueType.None, identifier);
        }

        return hive.ToBytes();
    }

    // As Windows left it, in a file that is longer than what is in it, but shut down cleanly.
    private static byte[] Clean(string name)
    {
        var hive = RegistryHive.Open(SampleHives.Bytes(name));
        hive.AcceptDirty();
        var bytes = hive.ToBytes();
        Array.Resize(ref bytes, bytes.Length + (3 * 4096));
        return bytes;
    }

    private static byte[] HiveOf(VirtualDisk disk, string name)
    {
        using var stream = NtfsVolume.Open(disk, DiskImage.VolumeOffset, disk.SizeBytes - DiskImage.VolumeOffset)
            .OpenRead($@"Windows\System32\config\{name}");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
