using HyperVLab.Engine.Hosts;

namespace HyperVLab.Engine.Compute.Channels;

/// <summary>The partitions of hosts. None is kept: they follow from the host and its virtual machines.</summary>
internal static class HypervisorPartitions
{
    private const int ParentId = 1;

    /// <summary>The hypervisor, the parent and the children, which follow their numbers.</summary>
    public static IReadOnlyList<HypervisorPartitionView> Of(LabState lab, PhysicalComputer computer)
    {
        if (computer.State is not (ComputerState.Running or ComputerState.Stopping)
            || !computer.HasFeature(FeatureCatalogue.HyperV))
        {
            return [];
        }

        HypervisorPartitionView[] children = [.. lab.VirtualMachines
            .Select(vm => (Machine: vm, State: StateOn(lab, vm, computer)))
            .Where(child => child.State is not null)
            .Select(child => OfChild(lab, child.Machine, computer, child.State!.Value))];
        HypervisorPartitionView parent = OfParent(computer, children.Sum(child => child.OpenChannels));
        return
        [
            parent with
            {
                PartitionId = 0,
                Kind = PartitionKind.Hypervisor,
                Name = ParentDrivers.HypervisorOf(computer),
                State = PartitionState.Active,
                MemoryBytes = 0,
                OpenChannels = 0,
            },
            parent,
            .. children,
        ];
    }

    private static HypervisorPartitionView OfParent(PhysicalComputer computer, int openChannels) => new()
    {
        ComputerName = computer.Name,
        PartitionId = ParentId,
        Kind = PartitionKind.Parent,
        Name = computer.Edition?.Name ?? computer.Name,
        State = computer.IsHung ? PartitionState.Hung : PartitionState.Active,
        ProcessorCount = computer.LogicalProcessorCount,
        MemoryBytes = computer.UsableMemoryBytes - computer.MemoryCommittedBytes,
        OpenChannels = openChannels,
    };

    private static HypervisorPartitionView OfChild(
        LabState lab, VirtualMachine vm, PhysicalComputer computer, PartitionState state) => new()
        {
            ComputerName = computer.Name,
            PartitionId = ParentId + vm.Key.Number,
            Kind = PartitionKind.Child,
            Name = vm.Name,
            VMId = vm.Id,
            State = state,
            ProcessorCount = vm.ProcessorCount,
            MemoryBytes = vm.MemoryStartupBytes,
            OpenChannels = vm.Computer == computer.Key && vm.LeftOn != computer.Key
                ? VMBusChannels.Of(lab, vm).Count(channel => channel.State == ChannelState.Open)
                : 0,
        };

    // While a machine migrates it has a partition on both hosts, and a host that hangs keeps that of one taken over.
    private static PartitionState? StateOn(LabState lab, VirtualMachine vm, PhysicalComputer computer)
    {
        if (vm.LeftOn == computer.Key)
        {
            return PartitionState.Hung;
        }

        Migration? migration = lab.Migrations.Find(vm.Migration);
        if (vm.Computer != computer.Key)
        {
            return migration is { Kind: MigrationKind.Live, HoldsTarget: true } && migration.Target == computer.Key
                ? PartitionState.Receiving
                : null;
        }

        return vm.State switch
        {
            _ when !vm.HoldsResources => null,
            _ when vm.IsFrozen => PartitionState.Hung,
            VMState.Running or VMState.Stopping when migration is not { StandsStill: true } => PartitionState.Active,
            _ => PartitionState.Suspended,
        };
    }
}
