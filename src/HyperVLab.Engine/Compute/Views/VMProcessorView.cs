namespace HyperVLab.Engine.Compute.Views;

/// <summary>The processors of a virtual machine.</summary>
public sealed record VMProcessorView
{
    /// <summary>The number of the virtual machine.</summary>
    public required int Key { get; init; }

    /// <summary>The virtual machine.</summary>
    public required string VMName { get; init; }

    /// <summary>The virtual machine's identifier.</summary>
    public required Guid VMId { get; init; }

    /// <summary>The host.</summary>
    public required string ComputerName { get; init; }

    /// <summary>How many there are.</summary>
    public required int Count { get; init; }

    /// <summary>Whether they hide what differs between generations.</summary>
    public required bool CompatibilityForMigrationEnabled { get; init; }

    internal static VMProcessorView Of(LabState lab, VirtualMachine vm) => new()
    {
        Key = vm.Key.Number,
        VMName = vm.Name,
        VMId = vm.Id,
        ComputerName = lab.NameOf(vm.Computer),
        Count = vm.ProcessorCount,
        CompatibilityForMigrationEnabled = vm.CompatibilityForMigrationEnabled,
    };
}
