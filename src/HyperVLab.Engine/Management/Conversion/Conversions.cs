using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>The conversions that go on, and what becomes of them when something happens to their source.</summary>
internal static class Conversions
{
    /// <summary>The conversion that an operation is.</summary>
    public static Conversion Of(LabState lab, VmmOperation operation) =>
        lab.Conversions[new Key<Conversion>(operation.Subject!.Value)];

    /// <summary>Begins a conversion under a job.</summary>
    public static void Begin(LabState lab, LabJob job, VmmOperationKind kind, Conversion conversion)
    {
        ConvertedMachine machine = conversion.Machine;
        Key<PhysicalComputer> target = machine.Target;
        VirtualMachine vm = MachineJobs.Add(lab, job, target, machine.Name, machine.Folder);
        vm.SetMemory(machine.MemoryBytes);
        vm.SetProcessors(machine.ProcessorCount, compatible: false);
        conversion.Become(vm.Key);
        VmmOperations.Begin(lab, kind, Agents.Of(lab, target)!.Server, job, [target], conversion.Key.Number);
    }

    /// <summary>Whether an operation is a conversion.</summary>
    public static bool IsConversion(VmmOperation operation) =>
        operation.Kind == VmmOperationKind.ConvertV2V || IsOfServer(operation);

    /// <summary>Whether an operation is the conversion of a physical server.</summary>
    public static bool IsOfServer(VmmOperation operation) =>
        operation.Kind is VmmOperationKind.ConvertOnline or VmmOperationKind.ConvertOffline;

    /// <summary>The operation of a computer's conversion, failed ones included; null where there is none.</summary>
    public static VmmOperation? OperationOf(LabState lab, Key<PhysicalComputer> source) =>
        lab.Conversions.Count == 0
            ? null
            : lab.VmmOperations.FirstOrDefault(one => IsOfServer(one) && Of(lab, one).Source == source);

    /// <summary>The conversion that writes to a file now, in words; null where none does.</summary>
    public static string? UserOf(LabState lab, StoredFile file)
    {
        foreach (VmmOperation operation in lab.VmmOperations)
        {
            if (operation.State == VmmOperationState.Running && IsConversion(operation)
                && Of(lab, operation) is { IsMade: false } conversion
                && conversion.Disks.Any(disk => disk.File == file.Key))
            {
                return $"the conversion of {lab.NameOf(conversion.Source)}";
            }
        }

        return null;
    }

    /// <summary>A computer came up, or went down: what waited for it goes on, or has lost its snapshot.</summary>
    public static void Follow(LabState lab, Key<PhysicalComputer> computer)
    {
        if (OperationOf(lab, computer) is { State: VmmOperationState.Running } operation)
        {
            ConversionSource.Follow(lab, operation);
        }
    }

    /// <summary>Lets go of a file that goes.</summary>
    public static void Forget(LabState lab, Key<StoredFile> file)
    {
        foreach (Conversion conversion in lab.Conversions)
        {
            conversion.Forget(file);
        }
    }

    /// <summary>Lets go of a machine that is removed.</summary>
    public static void Forget(LabState lab, Key<VirtualMachine> vm)
    {
        foreach (Conversion conversion in lab.Conversions)
        {
            conversion.Become(conversion.VM == vm ? null : conversion.VM);
        }
    }
}
