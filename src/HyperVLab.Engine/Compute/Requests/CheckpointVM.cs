using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Requests;

/// <summary>
/// Takes a checkpoint of a virtual machine. One that runs stands still for a moment, and its memory is written while it
/// runs on.
/// </summary>
public sealed record CheckpointVM : LabRequest
{
    private IReadOnlyList<VhdPlan>? _disks;

    /// <summary>The virtual machine.</summary>
    [Target("Name")]
    public required Key<VirtualMachine> VM { get; init; }

    /// <summary>The checkpoint's name; null for the machine's name and the date.</summary>
    public string? SnapshotName { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VirtualMachine vm = VMQueries.Require(lab, VM);
        VMHosts.Demand(lab, caller, vm.Computer);
        CheckpointRules.DemandPossible(lab, vm);
        if (SnapshotName is { } name)
        {
            CheckpointRules.DemandName(name);
        }

        _disks = CheckpointRules.Plan(
            lab, vm, lab.Draws.Identifier(Checkpoints.IdentifierPurpose, lab.VMSnapshots.NextNumber));
    }

    /// <inheritdoc/>
    internal override void Write(LabState lab, LabCaller caller)
    {
        // A running guest writes until it stands still, so its new disks are made then.
        if (lab.VirtualMachines[VM].State != VMState.Running)
        {
            CheckpointDisks.Write(lab, _disks!);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VirtualMachine vm = lab.VirtualMachines[VM];
        string name = SnapshotName ?? Checkpoints.NameFor(lab, vm);
        if (vm.State != VMState.Off)
        {
            job.GoOn();
            job.BeginStep("Create the disks", lab.Now, 0);
        }

        VMSnapshot snapshot = vm.State == VMState.Running
            ? Checkpoints.Freeze(lab, vm, name, job.Key)
            : Checkpoints.Take(lab, vm, name, job.Key, _disks!);
        job.Give(snapshot.Key);
        _disks = null;
    }
}
