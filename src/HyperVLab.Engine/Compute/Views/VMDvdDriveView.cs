namespace HyperVLab.Engine.Compute.Views;

/// <summary>A DVD drive of a virtual machine.</summary>
public sealed record VMDvdDriveView
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

    /// <summary>The image that is in it; null while it is empty.</summary>
    public string? Path { get; init; }

    internal static VMDvdDriveView Of(LabState lab, VMDvdDrive drive)
    {
        VirtualMachine vm = lab.VirtualMachines[drive.VM];
        return new VMDvdDriveView
        {
            Key = drive.Key.Number,
            VMKey = vm.Key.Number,
            VMName = vm.Name,
            VMId = vm.Id,
            ComputerName = lab.NameOf(vm.Computer),
            ControllerType = drive.ControllerType,
            ControllerNumber = drive.ControllerNumber,
            ControllerLocation = drive.ControllerLocation,
            Path = drive.Path,
        };
    }
}
