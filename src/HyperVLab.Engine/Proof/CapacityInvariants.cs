using System.Globalization;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;

namespace HyperVLab.Engine.Proof;

/// <summary>Hosts have what their virtual machines were given, and know how much that is.</summary>
internal static class CapacityInvariants
{
    /// <summary>Adds what does not hold. It runs after every event, so it looks at each machine once.</summary>
    public static void Check(LabState lab, Findings findings)
    {
        Span<Taken> taken = lab.Computers.NextNumber <= 64
            ? stackalloc Taken[lab.Computers.NextNumber]
            : new Taken[lab.Computers.NextNumber];
        foreach (VirtualMachine vm in lab.VirtualMachines)
        {
            if (vm.HoldsResources)
            {
                taken[vm.Computer.Number].Add(vm);
            }

            if (vm.Migration is { } migration && lab.Migrations.Find(migration) is { HoldsTarget: true } live)
            {
                taken[live.Target.Number].Add(vm);
            }
        }

        foreach (PhysicalComputer computer in lab.Computers)
        {
            Compare(lab, computer, taken[computer.Key.Number], findings);
        }
    }

    private static void Compare(LabState lab, PhysicalComputer computer, Taken taken, Findings findings)
    {
        HostLoad? load = HostCapacity.Find(lab, computer.Key);
        if (taken.MemoryBytes != computer.MemoryCommittedBytes
            || taken.Machines != (load?.RunningVMs ?? 0) || taken.Processors != (load?.VirtualProcessors ?? 0))
        {
            findings.Add(LabInvariant.CountersAreRight, computer.Name, string.Create(
                CultureInfo.InvariantCulture,
                $"{computer.Name} counts {load?.RunningVMs ?? 0} machines, {load?.VirtualProcessors ?? 0} processors, {
                    computer.MemoryCommittedBytes} bytes, and has {taken.Machines}, {taken.Processors} and {
                    taken.MemoryBytes}."));
        }

        if (taken.MemoryBytes > 0
            && taken.MemoryBytes > computer.UsableMemoryBytes - HostSettings.ParentPartitionReserveBytes)
        {
            findings.Add(LabInvariant.MemoryFits, computer.Name, string.Create(
                CultureInfo.InvariantCulture,
                $"{computer.Name} has given {taken.MemoryBytes} bytes and has only {computer.UsableMemoryBytes}."));
        }

        if (taken.Processors > 0 && taken.Processors > HostCapacity.MostProcessors(computer))
        {
            findings.Add(LabInvariant.ProcessorsFit, computer.Name, string.Create(
                CultureInfo.InvariantCulture,
                $"{computer.Name} has given {taken.Processors} virtual processors, and may give {
                    HostCapacity.MostProcessors(computer)}."));
        }
    }

    private struct Taken
    {
        public int Machines;
        public int Processors;
        public long MemoryBytes;

        public void Add(VirtualMachine vm)
        {
            Machines++;
            Processors += vm.ProcessorCount;
            MemoryBytes += vm.MemoryStartupBytes;
        }
    }
}
