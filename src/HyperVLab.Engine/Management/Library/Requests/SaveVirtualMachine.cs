using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Stores a virtual machine that is off in the library: its files go there, and it leaves its host.</summary>
public sealed record SaveVirtualMachine : LabRequest
{
    /// <summary>The virtual machine.</summary>
    public required Key<VirtualMachine> VM { get; init; }

    /// <summary>
    /// The network path of a library share or of a folder in it, which gets a folder of the machine's name; null for
    /// the only share.
    /// </summary>
    public string? SharePath { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VirtualMachine vm = VMQueries.Require(lab, VM);
        ManagedComputer source = VmmAccess.DemandManaged(lab, caller, vm.Computer);
        (LibraryShare share, string folder) = StoredMachines.FolderOf(lab, vm, SharePath);
        Libraries.DemandFree(lab, caller, share.Key);
        if (Libraries.ServerOf(lab, share) != source.Server)
        {
            throw ManagementErrors.OtherServer.For(share.Name, lab.NameOf(vm.Computer), share.Name);
        }

        Key<Hosts.PhysicalComputer> library = LibraryFiles.ComputerOf(lab, share);
        VMMoveRules.Demand(lab, vm, library, job: null, stores: true);
        VMFiles.DemandConfiguration(lab, library, folder, vm.Name, vm.Id);
        VMMoveRules.DemandRoom(lab, vm, library, folder);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VirtualMachine vm = lab.VirtualMachines[VM];
        (LibraryShare share, string folder) = StoredMachines.FolderOf(lab, vm, SharePath);
        Key<Hosts.PhysicalComputer> library = LibraryFiles.ComputerOf(lab, share);
        VMMove move = lab.VMMoves.Add(key => new VMMove(key, vm, library, folder, stores: true));
        job.Give(VM);
        VmmOperations.Begin(
            lab,
            VmmOperationKind.StoreVM,
            Libraries.ServerOf(lab, share),
            job,
            vm.Computer == library ? [library] : [vm.Computer, library],
            move.Key.Number);
    }
}
