namespace HyperVLab.Engine.Compute.Views;

/// <summary>The VLAN of a virtual machine's network adapter.</summary>
public sealed record VMNetworkAdapterVlanView
{
    /// <summary>The adapter's number.</summary>
    public required int Key { get; init; }

    /// <summary>The virtual machine.</summary>
    public required string VMName { get; init; }

    /// <summary>The adapter.</summary>
    public required string VMNetworkAdapterName { get; init; }

    /// <summary>The host.</summary>
    public required string ComputerName { get; init; }

    /// <summary>The VLAN; 0 for untagged frames.</summary>
    public required int AccessVlanId { get; init; }

    internal static VMNetworkAdapterVlanView Of(LabState lab, VMNetworkAdapter adapter)
    {
        VirtualMachine vm = lab.VirtualMachines[adapter.VM];
        return new VMNetworkAdapterVlanView
        {
            Key = adapter.Key.Number,
            VMName = vm.Name,
            VMNetworkAdapterName = adapter.Name,
            ComputerName = lab.NameOf(vm.Computer),
            AccessVlanId = adapter.VlanId,
        };
    }
}
