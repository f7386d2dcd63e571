using HyperVLab.Disks;
using HyperVLab.Disks.Guests;
using HyperVLab.Disks.Operations;
using HyperVLab.Disks.P2V;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Integration;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>A virtual machine of VMware in the library: its configuration, and its disks beside it.</summary>
/// <param name="Path">The network path of its configuration.</param>
/// <param name="Computer">The library server.</param>
/// <param name="Machine">What the configuration says.</param>
/// <param name="Disks">Its disks.</param>
internal sealed record VmxSource(
    string Path, Key<PhysicalComputer> Computer, VmxMachine Machine, IReadOnlyList<VmxDisk> Disks)
{
    /// <summary>Finds and reads a configuration, and looks at its disks.</summary>
    /// <exception cref="LabException">There is none, it is wrong, or a disk of it is missing, damaged or of a kind that
    /// is not read.</exception>
    public static VmxSource Require(LabState lab, string path)
    {
        (LibraryShare share, string below) = Libraries.Require(lab, path);
        StoredFile file = LibraryFiles.In(lab, LibraryFiles.FolderOf(lab, share))
            .FirstOrDefault(one => string.Equals(one.Path, below, StringComparison.OrdinalIgnoreCase)).File
            ?? throw V2VErrors.NoSuchFile.For(path, path);
        string text = LibraryContent.TextOf(lab, file)
            ?? throw V2VErrors.ConfigurationWrong.For(path, path, "it is no text");
        VmxMachine machine = VmxMachine.Read(text, out string? problem)
            ?? throw V2VErrors.ConfigurationWrong.For(path, path, problem!);
        return new VmxSource(path, LibraryFiles.ComputerOf(lab, share), machine, [.. machine.Disks.Select(name =>
            Measure(lab, path, FolderParts.Beside(lab, file, name)
                ?? throw V2VErrors.DiskMissing.For(path, path, name)))]);
    }

    /// <summary>Finds a machine of an ESX host, and looks at its disks.</summary>
    /// <exception cref="LabException">It is on no such host, runs, its host's files cannot be sent, or a disk is
    /// missing or damaged.</exception>
    public static VmxSource Demand(
        LabState lab, LabCaller caller, Key<VirtualMachine> key, Key<VmmServer> server)
    {
        VirtualMachine vm = VMQueries.Require(lab, key);
        Platform platform = Platforms.Of(lab.Computers[vm.Computer]);
        if (!platform.IsManagedByCenter)
        {
            throw V2VErrors.NotVMware.For(vm.Name, vm.Name, platform.Name);
        }

        if (VmmAccess.DemandManaged(lab, caller, vm.Computer).Server != server)
        {
            throw ManagementErrors.OtherServer.For(vm.Name, lab.NameOf(vm.Computer), lab.NameOf(server));
        }

        EsxMove.DemandFiles(lab, vm.Computer);
        if (vm.State != VMState.Off || vm.Business is not null)
        {
            throw V2VErrors.NotOff.For(vm.Name, vm.Name, vm.Business ?? vm.State.ToString());
        }

        List<VmxDisk> disks = [];
        foreach (VMHardDiskDrive drive in VMQueries.DrivesOf(lab, vm))
        {
            StoredFile file = VMDrives.FileOf(lab, vm, drive, out string fault)
                ?? throw VMMoveErrors.DiskMissing.For(
                    vm.Name, vm.Name, drive.Path ?? vm.Name, lab.NameOf(vm.Computer), fault);
            disks.Add(Measure(lab, vm.Name, file));
        }

        return disks.Count == 0
            ? throw V2VErrors.ConfigurationWrong.For(vm.Name, vm.Name, "it has no hard disk")
            : new VmxSource(
                vm.Path,
                vm.Computer,
                new VmxMachine(
                    vm.Name,
                    (int)(vm.MemoryStartupBytes >> 20),
                    vm.ProcessorCount,
                    [.. disks.Select(static disk => disk.File.Name)]),
                disks);
    }

    /// <summary>
    /// Writes a disk's copy: of what volumes use where that is known, with a Windows set to find its disk, else all.
    /// </summary>
    /// <param name="lab">The lab.</param>
    /// <param name="plan">The copy.</param>
    /// <param name="file">The disk.</param>
    /// <param name="services">The host whose integration services are put into it; null for none.</param>
    /// <returns>The length of the copy's file in bytes.</returns>
    /// <exception cref="DiskStoreException">This computer refused.</exception>
    public static long Write(LabState lab, VhdPlan plan, StoredFile file, PhysicalComputer? services) =>
        VirtualDiskFiles.Write(lab, plan, (target, creation, _) =>
        {
            using VirtualDisk disk = Open(lab, file, new FolderParts(lab, file));
            if (PlanOf(disk) is { } used)
            {
                used.Write(target, creation, DiskWork.Unwatched);
            }
            else
            {
                DiskConversion.Run(disk, target, creation, DiskWork.Unwatched);
            }

            if (services is not null)
            {
                InstallServices(target, services);
            }
        });

    private static VmxDisk Measure(LabState lab, string path, StoredFile file)
    {
        try
        {
            var parts = new FolderParts(lab, file);
            using VirtualDisk disk = Open(lab, file, parts);
            return new VmxDisk(file, disk.SizeBytes, parts.LengthBytes);
        }
        catch (DiskFormatException damage)
        {
            throw V2VErrors.DiskWrong.For(path, path, file.Name, damage.Message);
        }
    }

    // Of a system that no lab installed, nothing is known.
    private static void InstallServices(IDiskFile target, PhysicalComputer host)
    {
        using VirtualDisk copy = VirtualDisk.Open(new BorrowedDiskFile(target));
        if (GuestSystem.Read(copy) is { } system && GuestReleases.Of(system.OperatingSystem).TakesSetup)
        {
            GuestSystem.Update(
                copy, system with { IntegrationServicesVersion = IntegrationSetup.VersionFor(host, system) });
            copy.Flush();
        }
    }

    private static P2VPlan? PlanOf(VirtualDisk disk)
    {
        try
        {
            return P2VPlan.Make(disk, new P2VOptions(), DiskWork.Unwatched);
        }
        catch (P2VException)
        {
            // A disk without partitions is copied as it is.
            return null;
        }
    }

    private static VirtualDisk Open(LabState lab, StoredFile file, FolderParts parts)
    {
        IDiskFile bytes = lab.Disks.Open(DiskLocation.Of(file), readOnly: true);
        try
        {
            return VirtualDisk.Open(bytes, parts, readOnly: true);
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }
}
