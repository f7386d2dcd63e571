using HyperVLab.Disks.Guests;
using HyperVLab.Engine.Compute.Integration;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Requests;

/// <summary>
/// Installs the integration services of a host's setup disk in a virtual machine's guest, or brings them to its
/// version. A guest that runs restarts; in a machine that is off they are put on its disk.
/// </summary>
public sealed record InstallGuestIntegrationService : LabRequest
{
    private long _fileSizeBytes;

    /// <summary>The virtual machine.</summary>
    [Target("VMName")]
    public required Key<VirtualMachine> VM { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VirtualMachine vm = VMQueries.Require(lab, VM);
        PhysicalComputer host = VMHosts.Demand(lab, caller, vm.Computer);
        IntegrationSetup.DemandReady(lab, vm);
        BootDisk.DemandWritable(lab, vm, GuestSystem.ReservedBytes);
        GuestSystemRecord system = BootDisk.Read(lab, vm, out _)
            ?? throw IntegrationErrors.NoSystem.For(vm.Name, vm.Name);
        IntegrationSetup.DemandUse(host, vm, system);
    }

    /// <inheritdoc/>
    internal override void Write(LabState lab, LabCaller caller)
    {
        VirtualMachine vm = lab.VirtualMachines[VM];
        GuestSystemRecord system = BootDisk.Read(lab, vm, out _)!;
        string version = IntegrationSetup.VersionFor(lab.Computers[vm.Computer], system);
        _fileSizeBytes = VirtualDiskFiles.Change(
            lab,
            BootDisk.Require(lab, vm),
            disk => GuestSystem.Update(disk, system with { IntegrationServicesVersion = version }));
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VirtualMachine vm = lab.VirtualMachines[VM];
        VirtualDiskFiles.Measure(lab, BootDisk.Require(lab, vm), _fileSizeBytes);
        if (vm.State == VMState.Running)
        {
            Guests.SetUpAndRestart(lab, vm, IntegrationSettings.Setup);
        }

        VMLog.Worked(lab, vm, "got integration services.");
        job.Give(VM);
    }
}
