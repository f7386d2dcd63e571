using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;
using HyperVLab.Disks.Operations;
using HyperVLab.Disks.P2V;
using HyperVLab.Disks.Tests.FileSystems;

namespace HyperVLab.Disks.Tests.P2V;

/// <summary>A small Linux that starts from the converted disk, in a machine that qemu emulates.</summary>
[SupportedOSPlatform("linux")]
public class LinuxBootTests
{
    private const string Marker = "THE COPY HAS STARTED";

    [Fact]
    public void A_converted_linux_starts_and_reads_its_files()
    {
        var (qemu, timeout, busybox) = (Tools.Need("qemu-system-x86_64"), Tools.Need("timeout"), StaticBusybox());
        var kernel = Kernel();
        using var root = new TemporaryFolder();
        var data = Any.Bytes(3_000_000, 3);
        Fill(root, busybox, data);
        using var image = new MountedImage(32L * 1024 * 1024, "mke2fs", "-q", "-F", "-t", "ext4", "-d", root.Path);
        using var folder = new TemporaryFolder();
        using (var source = LinuxDisk.Of(image.ImagePath))
        {
            var plan = P2VPlan.Make(source, new P2VOptions(), DiskWork.Unwatched);
            DiskFiles.Create(
                folder["copy.vhd"], file => plan.Write(file, Any.Creation(0), DiskWork.Unwatched),
                DiskWork.Unwatched);
            Assert.True(plan.Report.LeftOutBytes > 10 * 1024 * 1024);
        }

        var (code, output, error) = Tools.Run(
            timeout, "240", qemu, "-accel", "tcg", "-m", "192", "-nodefaults", "-display", "none", "-no-reboot",
            "-serial", "stdio", "-kernel", kernel, "-append",
            "console=ttyS0 root=/dev/nvme0n1p1 rootfstype=ext4 ro init=/sbin/init quiet panic=-1", "-drive",
            $"file={folder["copy.vhd"]},format=vpc,if=none,id=disk", "-device", "nvme,drive=disk,serial=1");
        var console = Encoding.UTF8.GetString(output);
        Assert.True(code == 0, $"{code}: {error}{console}");
        Assert.Contains(
            $"{Marker} {Convert.ToHexStringLower(SHA256.HashData(data))}", console, StringComparison.Ordinal);
    }

    private static void Fill(TemporaryFolder root, string busybox, byte[] data)
    {
        foreach (var name in new[] { "bin", "sbin", "dev", "proc", "etc" })
        {
            Directory.CreateDirectory(root[name]);
        }

        File.Copy(busybox, root["bin/busybox"]);
        File.WriteAllBytes(root["data"], data);
        File.WriteAllText(root["etc/fstab"], "UUID=1 / ext4 defaults 0 1\n");
        File.WriteAllText(
            root["sbin/init"],
            "#!/bin/busybox sh\n/bin/busybox mount -t devtmpfs dev /dev\nexec >/dev/ttyS0 2>&1\n"
                + $"echo {Marker} $(/bin/busybox sha256sum /data)\n/bin/busybox poweroff -f\n");
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        File.SetUnixFileMode(root["bin/busybox"], Mode);
        File.SetUnixFileMode(root["sbin/init"], Mode);
    }

    // A kernel that needs no modules to find its root.
    private static string Kernel()
    {
        const string Boot = "/boot";
        var kernels = Directory.Exists(Boot) ? Directory.GetFiles(Boot, "vmlinuz-*") : [];
        var found = Array.Find(
            kernels, kernel => HasAll(kernel.Replace("vmlinuz-", "config-", StringComparison.Ordinal)));
        Assert.SkipWhen(found is null, "There is no kernel in /boot with NVMe, ext4 and a serial console built in.");
        return found!;
    }

    private static bool HasAll(string configuration)
    {
        string[] needed =
        [
            "CONFIG_BLK_DEV_NVME=y", "CONFIG_EXT4_FS=y", "CONFIG_SERIAL_8250_CONSOLE=y", "CONFIG_DEVTMPFS=y",
        ];
        return File.Exists(configuration) && !needed.Except(File.ReadLines(configuration)).Any();
    }

    private static string StaticBusybox()
    {
        var busybox = Tools.Need("busybox");
        Assert.SkipWhen(
            Tools.Run(Tools.Need("ldd"), busybox).ExitCode == 0, "busybox needs libraries on this computer.");
        return busybox;
    }
}
