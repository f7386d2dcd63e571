using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>
/// The jobs that make, move or use up virtual machines, and how a machine stands by them. One that is being made is
/// there from the beginning, kept for its job until it is whole.
/// </summary>
internal static class MachineJobs
{
    /// <summary>Makes a machine that a job gives its devices later.</summary>
    public static VirtualMachine Add(
        LabState lab, LabJob job, Key<PhysicalComputer> host, string name, string? folder)
    {
        VirtualMachine vm = VMFactory.Add(lab, lab.Computers[host], name, folder);
        vm.HoldFor(job.Key);
        job.Give(vm.Key);
        return vm;
    }

    /// <summary>How Virtual Machine Manager finds a machine.</summary>
    public static VirtualMachineState StateOf(LabState lab, VirtualMachine vm) =>
        OperationOf(lab, vm) is { } operation && StateOf(lab, operation) is { } state ? state
        : vm.IsStored ? VirtualMachineState.Stored
        : !lab.Computers[vm.Computer].IsRunning ? VirtualMachineState.HostNotResponding
        : vm.Migration is not null ? VirtualMachineState.UnderMigration
        : vm.SnapshotInMaking is not null ? VirtualMachineState.CreatingCheckpoint
        : vm.State switch
        {
            VMState.Running or VMState.Reset => VirtualMachineState.Running,
            VMState.Stopping => VirtualMachineState.PoweringOff,
            VMState.Saved => VirtualMachineState.Saved,
            VMState.Saving => VirtualMachineState.Saving,
            VMState.Paused or VMState.PausedCritical => VirtualMachineState.Paused,
            VMState.Starting => VirtualMachineState.Starting,
            VMState.Pausing => VirtualMachineState.Pausing,
            VMState.Resuming => VirtualMachineState.Restoring,
            _ => VirtualMachineState.PowerOff,
        };

    /// <summary>What failed to make, move or use up a machine, and left it so; null for nothing.</summary>
    public static VmmOperation? FailedOf(LabState lab, VirtualMachine vm) =>
        OperationOf(lab, vm) is { State: VmmOperationState.Halted } operation && StateOf(lab, operation) is not null
            ? operation
            : null;

    /// <summary>The machine that an operation makes, moves or uses up; null for none.</summary>
    public static Key<VirtualMachine>? MachineOf(LabState lab, VmmOperation operation) => operation.Kind switch
    {
        VmmOperationKind.ConvertOnline or VmmOperationKind.ConvertOffline or VmmOperationKind.ConvertV2V =>
            Conversions.Of(lab, operation).VM,
        VmmOperationKind.Deploy => lab.Deployments.Find(new(operation.Subject!.Value))?.VM,
        _ when VMMoves.IsMove(operation.Kind) => lab.VMMoves.Find(new(operation.Subject!.Value))?.VM,
        VmmOperationKind.NewTemplate => lab.TemplateMakings.Find(new(operation.Subject!.Value))?.VM,
        _ => null,
    };

    /// <summary>Whether a machine's devices and configuration are there.</summary>
    public static bool IsMade(LabState lab, VmmOperation operation) => operation.Kind switch
    {
        VmmOperationKind.Deploy => lab.Deployments[new(operation.Subject!.Value)].IsMade,
        _ when Conversions.IsConversion(operation) => Conversions.Of(lab, operation).IsMade,
        _ => true,
    };

    // What goes on counts more than what failed before.
    private static VmmOperation? OperationOf(LabState lab, VirtualMachine vm)
    {
        VmmOperation? found = null;
        foreach (VmmOperation operation in lab.VmmOperations)
        {
            if (operation.Subject is not null && found is not { State: VmmOperationState.Running }
                && MachineOf(lab, operation) == vm.Key)
            {
                found = operation;
            }
        }

        return found;
    }

    // What is whole, and was only to be started, is as it is.
    private static VirtualMachineState? StateOf(LabState lab, VmmOperation operation) =>
        (operation.Kind, operation.State, Courses.Of(operation.Kind)[operation.StepIndex].IsOfWholeMachine) switch
        {
            (_, VmmOperationState.Halted, true) => null,
            (_, var state, _) when VMMoves.IsMove(operation.Kind) =>
                state == VmmOperationState.Halted
                    ? VirtualMachineState.MigrationFailed
                    : VirtualMachineState.UnderMigration,
            (VmmOperationKind.NewTemplate, VmmOperationState.Halted, _) => VirtualMachineState.TemplateCreationFailed,
            (VmmOperationKind.NewTemplate, _, _) => VirtualMachineState.UnderTemplateCreation,
            (_, VmmOperationState.Running, _) => VirtualMachineState.UnderCreation,
            (VmmOperationKind.ConvertV2V, _, _) => VirtualMachineState.V2VCreationFailed,
            (VmmOperationKind.Deploy, _, _) => IsMade(lab, operation)
                ? VirtualMachineState.CustomizationFailed
                : VirtualMachineState.CreationFailed,
            _ => VirtualMachineState.P2VCreationFailed,
        };
}
