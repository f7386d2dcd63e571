using HyperVLab.Engine.Compute.Notices;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Requests;

/// <summary>
/// Removes a virtual machine that is off or saved. Its virtual hard disks stay; its checkpoints go, and their disks are
/// merged afterwards. One that is stored in the library goes with all of its files.
/// </summary>
public sealed record RemoveVM : LabRequest
{
    /// <summary>The virtual machine.</summary>
    [Target("Name")]
    public required Key<VirtualMachine> VM { get; init; }

    /// <summary>Whether the caller wants no question first.</summary>
    public bool Force { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VirtualMachine vm = VMQueries.RequireKnown(lab, VM);
        if (vm.IsStored)
        {
            RemoteManagement.DemandManagement(lab, caller, vm.Computer);
            VMStoredFiles.DemandFree(lab, vm);
        }
        else
        {
            VMHosts.Demand(lab, caller, vm.Computer);
        }

        if (vm.Business is { } business)
        {
            throw VMErrors.Busy.For(vm.Name, vm.Name, business);
        }

        if (vm.HoldsResources)
        {
            throw VMErrors.WrongState.For(vm.Name, vm.Name, vm.State.ToString());
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VirtualMachine vm = lab.VirtualMachines[VM];
        IReadOnlyList<StoredFile> files = vm.IsStored ? VMStoredFiles.Of(lab, vm) : [];
        lab.Raise(new VMRemoved(VM));
        VMFactory.Remove(lab, vm);
        foreach (StoredFile file in files)
        {
            FileTable.Delete(lab, file);
        }
    }
}
