using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Engine.Tests.Compute;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Management;

/// <summary>Managed hosts NODE1, NODE2, ..., and machines on local disks that move between them.</summary>
internal static class TransferLab
{
    public const long Gigabyte = 1L << 30;

    /// <summary>Where the tests' disks are on a host.</summary>
    public const string Folder = @"C:\VMs";

    /// <summary>Hosts that a server manages.</summary>
    public static TestLab Create(int hosts = 2)
    {
        TestLab lab = ManagementLab.Create(hosts);
        for (int number = 1; number <= hosts; number++)
        {
            lab.Manage($"NODE{number}");
            lab.Do(new EnableRemoteManagement { Computer = lab.Computer($"NODE{number}") });
        }

        return lab;
    }

    /// <summary>A machine that is off, with a fixed disk of a gigabyte or more on its host.</summary>
    public static VirtualMachineView NewVM(this TestLab lab, string name, long gigabytes = 1, string host = "NODE1")
    {
        string path = $@"{Folder}\{name}\{name}.vhd";
        lab.Do(new NewVHD
        {
            Computer = lab.Computer(host),
            Path = path,
            SizeBytes = gigabytes * Gigabyte,
            Fixed = true,
        });
        return lab.Make<VirtualMachineView>(new NewVM
        {
            Name = name,
            Computer = lab.Computer(host),
            Path = Folder,
            VHDPath = path,
        });
    }

    /// <summary>Begins to move a machine.</summary>
    public static JobView BeginMove(
        this TestLab lab, VirtualMachineView vm, string host = "NODE2", string path = Folder) =>
        lab.Begin(new MoveVMToHost { VM = vm.Machine(), VMHost = lab.Computer(host), Path = path });

    /// <summary>Writes a text onto a machine's disk.</summary>
    public static void Write(this TestLab lab, VirtualMachineView vm, string text) => lab.Arrange(state =>
        VirtualDiskFiles.Change(state, DiskOf(state, vm), disk => disk.Write(1 << 20, Bytes(text))));

    /// <summary>What stands where <see cref="Write"/> wrote.</summary>
    public static string Reads(this TestLab lab, VirtualMachineView vm) => lab.Read(state =>
        VirtualDiskFiles.Read(state, DiskOf(state, vm), disk =>
        {
            byte[] sector = new byte[512];
            disk.Read(1 << 20, sector);
            return System.Text.Encoding.UTF8.GetString(sector).TrimEnd('\0');
        }));

    /// <summary>The transfers that go on.</summary>
    public static TransferView[] Transfers(this TestLab lab) => [.. lab.Lab.Views<TransferView>()];

    /// <summary>The one transfer that goes on.</summary>
    public static TransferView Transfer(this TestLab lab) => lab.Lab.Views<TransferView>().Single();

    public static Key<Transfer> Key(this TransferView transfer) => new(transfer.Key);

    /// <summary>The files of a host's volumes that are not the system's.</summary>
    public static string[] Files(this TestLab lab, string host) => lab.Read(state => state.StoredFiles
        .Where(file => file.Path.StartsWith("VMs", StringComparison.Ordinal)
            && state.MountsByComputer.Of(lab.Computer(host)).Any(mount => mount.Volume == file.Volume))
        .Select(file => file.Name).Order(StringComparer.Ordinal).ToArray());

    private static StoredFile DiskOf(LabState state, VirtualMachineView vm)
    {
        VirtualMachine machine = state.VirtualMachines[vm.Machine()];
        return VMDrives.FileOf(state, machine, VMQueries.DrivesOf(state, machine).Single())!;
    }

    private static byte[] Bytes(string text)
    {
        byte[] sector = new byte[512];
        System.Text.Encoding.UTF8.GetBytes(text, sector);
        return sector;
    }
}
