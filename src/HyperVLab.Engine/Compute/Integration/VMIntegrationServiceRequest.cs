using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Integration;

/// <summary>Offers an integration service to a virtual machine, or takes the offer back.</summary>
public abstract record VMIntegrationServiceRequest : LabRequest
{
    /// <summary>The virtual machine.</summary>
    [Target("VMName")]
    public required Key<VirtualMachine> VM { get; init; }

    /// <summary>The service's name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is offered afterwards.</summary>
    private protected abstract bool IsEnabled { get; }

    /// <inheritdoc/>
    internal sealed override void Validate(LabState lab, LabCaller caller)
    {
        VirtualMachine vm = VMQueries.Require(lab, VM);
        PhysicalComputer computer = VMHosts.Demand(lab, caller, vm.Computer);
        PlatformRules.Demand(computer, PlatformFeature.IntegrationService, vm.Name);
        AdapterRules.DemandNoMigration(vm);
        IntegrationServiceTypes.Require(computer, Name);
    }

    /// <inheritdoc/>
    internal sealed override void Act(LabState lab, LabJob job)
    {
        VirtualMachine vm = lab.VirtualMachines[VM];
        IntegrationServiceType service = IntegrationServiceTypes.Require(lab.Computers[vm.Computer], Name);
        IntegrationServices.Set(lab, vm, service.Kind, IsEnabled);
        job.Give(VM);
    }
}
