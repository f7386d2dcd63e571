namespace HyperVLab.Engine.Compute.Views;

/// <summary>A hard disk drive of a virtual machine.</summary>
public sealed record VMHardDiskDriveView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>The virtual machine's number.</summary>
    public required int VMKey { get; init; }

    /// <summary>The virtual machine.</summary>
    public required string VMName { get; init; }

    /// <summary>The virtual machine's identifier.</summary>
    public required Guid VMId { get; init; }

    /// <summary>The host.</summary>
    public required string ComputerName { get; init; }

    /// <summary>Which kind of controller it hangs on.</summary>
    public required ControllerType ControllerType { get; init; }

    /// <summary>Which controller of that kind, from 0.</summary>
    public required int ControllerNumber { get; init; }

    /// <summary>Which place on that controller, from 0.</summary>
    public required int ControllerLocation { get; init; }

    /// <summary>The virtual hard disk's file, or what the host's disk is called.</summary>
    public required string Path { get; init; }

    /// <summary>The number of the host's disk; null for a virtual hard disk, or where it is not shown.</summary>
    public int? DiskNumber { get; init; }

    /// <summary>The number of the LUN that the machine has whole; null for a virtual hard disk.</summary>
    public int? LunKey { get; init; }

    internal static VMHardDiskDriveView Of(LabState lab, VMHardDiskDrive drive)
    {
        VirtualMachine vm = lab.VirtualMachines[drive.VM];
        return new VMHardDiskDriveView
        {
            Key = drive.Key.Number,
            VMKey = vm.Key.Number,
            VMName = vm.Name,
            VMId = vm.Id,
            ComputerName = lab.NameOf(vm.Computer),
            ControllerType = drive.ControllerType,
            ControllerNumber = drive.ControllerNumber,
            ControllerLocation = drive.ControllerLocation,
            Path = drive.Path ?? PassThroughDisks.NameOf(lab, vm, drive),
            DiskNumber = PassThroughDisks.DiskOf(lab, vm.Computer, drive)?.Number,
            LunKey = drive.Lun?.Number,
        };
    }
}
