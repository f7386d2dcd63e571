using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>What a host has left for virtual machines.</summary>
internal static class HostCapacity
{
    /// <summary>What runs on a host; null where nothing ever did.</summary>
    public static HostLoad? Find(LabState lab, Key<PhysicalComputer> computer)
    {
        foreach (HostLoad load in lab.HostLoads)
        {
            if (load.Computer == computer)
            {
                return load;
            }
        }

        return null;
    }

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
        }
        else
        {
            load.Release(vm.ProcessorCount);
        }
    }
}
