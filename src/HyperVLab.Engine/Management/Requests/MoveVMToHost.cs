using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Management.Roles;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>
/// Moves a virtual machine to another managed host: one that is off, or stored in the library, with its files over the
/// network, and one of VMware ESX to a host that has its datastores, running or not.
/// </summary>
[MadeBy("Move-LabVM")]
public sealed record MoveVMToHost : LabRequest
{
    /// <summary>The virtual machine.</summary>
    [Target("Name")]
    public required Key<VirtualMachine> VM { get; init; }

    /// <summary>The host.</summary>
    public required Key<PhysicalComputer> VMHost { get; init; }

    /// <summary>The folder on the host that gets a folder of the machine's name; null for the host's default.</summary>
    public string? Path { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VirtualMachine vm = VMQueries.RequireKnown(lab, VM);
        ManagedComputer target = VmmAccess.DemandManaged(lab, caller, VMHost);
        if (StoredMachines.DemandServer(lab, caller, vm) != target.Server)
        {
            string name = lab.NameOf(VMHost);
            throw ManagementErrors.OtherServer.For(name, lab.NameOf(vm.Computer), name);
        }

        if (EsxMove.Is(lab, vm, VMHost, Path))
        {
            EsxMove.Demand(lab, vm, VMHost);
            return;
        }

        VMMoveRules.Demand(lab, vm, VMHost, job: null);
        if (vm.IsStored)
        {
            VMOwners.DemandDeployable(lab, vm);
        }

        string folder = VMMoveRules.FolderOf(lab, vm, VMHost, Path);
        VMFiles.DemandConfiguration(lab, VMHost, folder, vm.Name, vm.Id);
        VMMoveRules.DemandRoom(lab, vm, VMHost, folder);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VirtualMachine vm = lab.VirtualMachines[VM];
        if (EsxMove.Is(lab, vm, VMHost, Path))
        {
            EsxMove.Begin(lab, vm, VMHost, job);
            return;
        }

        string folder = VMMoveRules.FolderOf(lab, vm, VMHost, Path);
        VMMove move = lab.VMMoves.Add(key => new VMMove(key, vm, VMHost, folder, stores: false));
        job.Give(VM);
        VmmOperations.Begin(
            lab,
            PlatformMove.Is(lab, vm, lab.Computers[VMHost])
                ? VmmOperationKind.MoveVMToPlatform
                : VmmOperationKind.MoveVM,
            Agents.Of(lab, VMHost)!.Server,
            job,
            [vm.Computer, VMHost],
            move.Key.Number);
    }
}
