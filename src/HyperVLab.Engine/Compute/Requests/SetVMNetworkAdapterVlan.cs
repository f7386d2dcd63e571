using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Requests;

/// <summary>Puts a network adapter into a VLAN, or out of any.</summary>
public sealed record SetVMNetworkAdapterVlan : LabRequest
{
    private const int LastVlan = 4094;

    /// <summary>The adapter.</summary>
    [Target("VMNetworkAdapter")]
    public required Key<VMNetworkAdapter> Adapter { get; init; }

    /// <summary>Whether it takes and sends untagged frames.</summary>
    public bool Untagged { get; init; }

    /// <summary>Whether it takes and sends the frames of one VLAN.</summary>
    public bool Access { get; init; }

    /// <summary>The VLAN, 1 to 4094.</summary>
    public int? VlanId { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VirtualMachine vm = lab.VirtualMachines[VMQueries.RequireAdapter(lab, Adapter).VM];
        VMHosts.Demand(lab, caller, vm.Computer);
        if (Untagged == Access || Access != VlanId is not null)
        {
            throw DeviceErrors.VlanSaidWrong.For(vm.Name);
        }

        if (VlanId is < 1 or > LastVlan)
        {
            throw DeviceErrors.VlanNotPossible.For(vm.Name, VMLimits.Text(VlanId.Value));
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VMAdapters.SetVlan(lab, lab.VMNetworkAdapters[Adapter], VlanId ?? 0);
        job.Give(Adapter);
    }
}
