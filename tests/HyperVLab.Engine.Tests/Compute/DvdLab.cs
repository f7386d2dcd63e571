using HyperVLab.Disks;
using HyperVLab.Disks.Optical;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Compute;

/// <summary>Images of discs, and the DVD drives of machines.</summary>
internal static class DvdLab
{
    /// <summary>The bytes of an image with an ISO 9660 volume and no file.</summary>
    public static byte[] Image { get; } = MakeImage();

    /// <summary>Puts an image onto a host, or other bytes.</summary>
    public static string PutImage(this TestLab lab, string path, string host = "NODE1", byte[]? bytes = null)
    {
        using var file = new MemoryDiskFile();
        file.Write(0, bytes ?? Image);
        lab.Do(new CopyFile
        {
            Computer = lab.Computer(host),
            Content = PackedFile.Of(file).ToString(),
            Destination = path,
        });
        return path;
    }

    /// <summary>The DVD drives of a machine.</summary>
    public static VMDvdDriveView[] DvdDrives(this TestLab lab, VirtualMachineView vm) =>
        [.. lab.Lab.Views<VMDvdDriveView>().Where(drive => drive.VMKey == vm.Key)];

    /// <summary>The only DVD drive of a machine.</summary>
    public static Key<VMDvdDrive> DvdDrive(this TestLab lab, VirtualMachineView vm) =>
        new(Assert.Single(lab.DvdDrives(vm)).Key);

    /// <summary>What is in the only DVD drive of a machine.</summary>
    public static string? Medium(this TestLab lab, VirtualMachineView vm) => Assert.Single(lab.DvdDrives(vm)).Path;

    private static byte[] MakeImage()
    {
        byte[] bytes = new byte[20 * OpticalImage.SectorBytes];
        Descriptor(bytes, 16, 1);
        Descriptor(bytes, 17, 255);
        return bytes;
    }

    private static void Descriptor(byte[] bytes, int sector, byte type)
    {
        Span<byte> descriptor = bytes.AsSpan(sector * OpticalImage.SectorBytes);
        descriptor[0] = type;
        "CD001"u8.CopyTo(descriptor[1..]);
        descriptor[6] = 1;
    }
}
