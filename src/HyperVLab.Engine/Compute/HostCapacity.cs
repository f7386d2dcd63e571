using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>What a host has left for virtual machines.</summary>
internal static class HostCapacity
{
    /// <summary>What runs on a host; null where nothing ever did.</summary>
    public static HostLoad? Find(LabState lab, Key<PhysicalComputer> computer) =>
        lab.LoadsByComputer.Of(computer) is [var load, ..] ? load : null;

    /// <summary>What runs on a host, to be counted up.</summary>
    public static HostLoad Of(LabState lab, Key<PhysicalComputer> computer) =>
        Find(lab, computer) ?? lab.HostLoads.Add(key => new HostLoad(key, computer));

    /// <summary>Counts a machine in or out on its host.</summary>
    public static void Count(LabState lab, VirtualMachine vm, bool isIn) => Count(lab, vm, vm.Computer, isIn);

    /// <summary>Counts a machine in or out on a host.</summary>
    public static void Count(LabState lab, VirtualMachine vm, Key<PhysicalComputer> computer, bool isIn)
    {
        HostLoad load = Of(lab, computer);
        if (isIn)
        {
            load.Take(vm.ProcessorCount);
            lab.Computers[computer].ReserveMemory(vm.MemoryStartupBytes);
        }
        else
        {
            load.Release(vm.ProcessorCount);
            lab.Computers[computer].ReleaseMemory(vm.MemoryStartupBytes);
        }
    }

    /// <summary>Why a machine does not fit on a host now; null where it does.</summary>
    public static LabException? Refusal(LabState lab, VirtualMachine vm, PhysicalComputer computer)
    {
        if (lab.Guards.ChecksMemory && vm.MemoryStartupBytes > computer.MemoryAvailableBytes)
        {
            return VMErrors.NotEnoughMemory.For(
                vm.Name,
                vm.Name,
                VMLimits.Text(vm.MemoryStartupBytes >> 20),
                computer.Name,
                VMLimits.Text(computer.MemoryAvailableBytes >> 20));
        }

        if (vm.ProcessorCount > computer.LogicalProcessorCount)
        {
            return VMErrors.TooManyProcessorsForHost.For(
                vm.Name,
                vm.Name,
                VMLimits.Text(vm.ProcessorCount),
                computer.Name,
                VMLimits.Text(computer.LogicalProcessorCount));
        }

        int mostOfOne = Platforms.LimitsOf(computer).MaxVirtualProcessorsPerVM;
        if (vm.ProcessorCount > mostOfOne)
        {
            return VMErrors.ProcessorsNotPossible.For(
                vm.Name,
                vm.Name,
                VMLimits.Text(vm.ProcessorCount),
                Platforms.LimiterOf(computer),
                VMLimits.Text(mostOfOne));
        }

        return CountRefusal(vm, computer, Find(lab, computer.Key));
    }

    /// <summary>How many virtual processors a host with an operating system gives at most.</summary>
    public static int MostProcessors(PhysicalComputer computer)
    {
        HypervisorLimits limits = Platforms.LimitsOf(computer);
        int perProcessor = limits.MaxVirtualProcessorsPerLogicalProcessor ?? limits.MaxVirtualProcessorsPerHost;
        return Math.Min(limits.MaxVirtualProcessorsPerHost, perProcessor * computer.LogicalProcessorCount);
    }

    private static LabException? CountRefusal(VirtualMachine vm, PhysicalComputer computer, HostLoad? load)
    {
        int running = load?.RunningVMs ?? 0;
        if (running >= Platforms.LimitsOf(computer).MaxRunningVMs)
        {
            return VMErrors.TooManyRunning.For(
                vm.Name, vm.Name, computer.Name, VMLimits.Text(running), Platforms.LimiterOf(computer));
        }

        int most = MostProcessors(computer);
        int used = load?.VirtualProcessors ?? 0;
        return used + vm.ProcessorCount <= most
            ? null
            : VMErrors.TooManyProcessors.For(
                vm.Name,
                vm.Name,
                VMLimits.Text(vm.ProcessorCount),
                computer.Name,
                VMLimits.Text(used),
                VMLimits.Text(most));
    }
}
