using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Management;

/// <summary>The virtual machine that comes of a conversion.</summary>
internal static class ConversionResult
{
    // The rest is on SCSI controllers, as two IDE places are kept for DVD drives.
    private const int IdePlaces = 2;

    /// <summary>Refuses what no machine of its host can be, or has no room there.</summary>
    /// <exception cref="LabException">It cannot be; the message says why.</exception>
    public static void Demand(LabState lab, ConvertedMachine machine)
    {
        PhysicalComputer host = lab.Computers[machine.Target];
        VMLimits.DemandName(machine.Name);
        VMLimits.DemandMemory(host, machine.Name, machine.MemoryBytes);
        VMLimits.DemandProcessors(host, machine.Name, machine.ProcessorCount);
        if (machine.SwitchName is { } network)
        {
            VMAdapters.RequireSwitch(lab, machine.Target, network);
        }

        DemandConfiguration(lab, machine);
    }

    /// <summary>The folder that gets its disks: one of its name, whether or not a folder was named.</summary>
    public static string FolderOf(LabState lab, ConvertedMachine machine)
    {
        PhysicalComputer host = lab.Computers[machine.Target];
        return VMFiles.FolderOf(host, machine.Name, machine.Folder ?? host.VirtualMachinePath);
    }

    /// <summary>Where its configuration can be made.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="machine">What it is to be.</param>
    /// <param name="vm">The machine; null where it is not there yet.</param>
    /// <exception cref="LabException">It cannot.</exception>
    public static ResolvedPath DemandConfiguration(
        LabState lab, ConvertedMachine machine, VirtualMachine? vm = null) => VMFiles.DemandConfiguration(
            lab,
            machine.Target,
            VMFiles.FolderOf(lab.Computers[machine.Target], machine.Name, machine.Folder),
            machine.Name,
            vm?.Id ?? lab.Draws.Identifier(VMFactory.IdentifierPurpose, lab.VirtualMachines.NextNumber));

    /// <summary>Makes it, with the disks that were copied.</summary>
    public static void Make(LabState lab, VmmOperation operation)
    {
        Conversion conversion = Conversions.Of(lab, operation);
        ConvertedMachine machine = conversion.Machine;
        VirtualMachine vm = lab.VirtualMachines[conversion.VM!.Value];
        ResolvedPath configuration = DemandConfiguration(lab, machine, vm);
        TakeLoad(lab, conversion, vm);
        VMFiles.CreateConfiguration(lab, vm, configuration);
        VMFactory.AddAdapter(lab, vm, VMFactory.AdapterName, isLegacy: false, machine.SwitchName);
        for (int index = 0; index < conversion.Disks.Count; index++)
        {
            ConvertedDisk disk = conversion.Disks[index];
            VMHardDiskDrive drive = index < IdePlaces
                ? VMFactory.AddDrive(lab, vm, ControllerType.IDE, 0, index, disk.Path)
                : VMFactory.AddDrive(lab, vm, ControllerType.SCSI, 0, index - IdePlaces, disk.Path);
            if (index == 0)
            {
                GoOn(lab, conversion, vm, drive, lab.StoredFiles[disk.File!.Value]);
            }
        }

        conversion.Make();
    }

    /// <summary>Starts it, where that was asked for.</summary>
    public static StepFailure? Start(LabState lab, VmmOperation operation)
    {
        Conversion conversion = Conversions.Of(lab, operation);
        if (lab.VirtualMachines.Find(conversion.VM) is not { State: VMState.Off } vm)
        {
            return null;
        }

        vm.HoldFor(null);
        if (!conversion.Machine.Starts)
        {
            return null;
        }

        if (VMControl.Refusal(lab, vm.Key, VMAction.Start) is { } refusal)
        {
            return ConversionFailures.Of(refusal, vm.Name);
        }

        VMControl.Start(lab, vm.Key);
        return null;
    }

    // What the server was known to do its guest does, by which it is placed: as many cores' worth of processors (ours,
    // as the lab knows no speed of a core).
    private static void TakeLoad(LabState lab, Conversion conversion, VirtualMachine vm)
    {
        if (Servers.Of(lab, conversion.Source) is not { HasLoad: true } server)
        {
            return;
        }

        int cores = lab.Computers[server.Computer].LogicalProcessorCount;
        vm.SetLoad(new GuestLoad(
            Math.Min(100, server.ProcessorPercent * cores / vm.ProcessorCount),
            server.DiskOperationsPerSecond,
            server.NetworkBitsPerSecond));
    }

    // The ledger goes on in the virtual machine from where it was at the instant of the copy.
    private static void GoOn(
        LabState lab, Conversion conversion, VirtualMachine vm, VMHardDiskDrive drive, StoredFile file)
    {
        if (conversion.SnapshotRate > 0)
        {
            PhysicalServer server = Servers.Of(lab, conversion.Source)!;
            Workloads.Adopt(
                lab, vm, drive, file, ConversionDisks.LedgerOf(server), conversion.SnapshotRate,
                conversion.SnapshotCount);
        }
    }
}
