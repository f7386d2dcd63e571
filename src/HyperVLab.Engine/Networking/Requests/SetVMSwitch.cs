using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Requests;

/// <summary>Changes a virtual switch.</summary>
public sealed record SetVMSwitch : LabRequest
{
    /// <summary>The switch.</summary>
    [Target("Name")]
    public required Key<VirtualSwitch> VMSwitch { get; init; }

    /// <summary>The adapter that it takes from now on, by its connection's name; null to leave it.</summary>
    public string? NetAdapterName { get; init; }

    /// <summary>The adapter, by what its driver calls it; null to leave it.</summary>
    public string? NetAdapterInterfaceDescription { get; init; }

    /// <summary>Whom it connects from now on; null to leave it.</summary>
    public VMSwitchType? SwitchType { get; init; }

    /// <summary>Whether the management operating system has an adapter on it; null to leave it.</summary>
    public bool? AllowManagementOS { get; init; }

    /// <summary>A note; null to leave it.</summary>
    public string? Notes { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VirtualSwitch known = VMSwitchRules.DemandSwitch(lab, caller, VMSwitch);
        if (NetAdapterName is null && NetAdapterInterfaceDescription is null && SwitchType is null
            && AllowManagementOS is null && Notes is null)
        {
            throw VMSwitchErrors.NothingToChange.For(known.Name, known.Name);
        }

        NetworkAdapter? adapter = VMSwitchRules.DemandAdapter(
            lab,
            lab.Computers[known.Computer],
            Listed(NetAdapterName),
            Listed(NetAdapterInterfaceDescription),
            VMSwitch);
        if (adapter is not null && EmbeddedTeams.Of(lab, known) is not null)
        {
            throw TeamErrors.IsEmbedded.For(known.Name, known.Name);
        }

        TeamRules.DemandSwitchable(lab.Computers[known.Computer], adapter, allow: false);
        adapter ??= SwitchType is null or VMSwitchType.External ? lab.NetworkAdapters.Find(known.Adapter) : null;
        VMSwitchRules.DemandType(known.Name, TypeOf(known), adapter, AllowManagementOS);
        if (TypeOf(known) != known.SwitchType)
        {
            VMSwitchRules.DemandMacAddress(lab, known.Name, known.Computer, TypeOf(known));
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VirtualSwitch known = lab.VirtualSwitches[VMSwitch];
        VMSwitchType wanted = TypeOf(known);
        NetworkAdapter? named = VMSwitchRules.FindAdapter(
            lab, known.Computer, Listed(NetAdapterName), Listed(NetAdapterInterfaceDescription));
        NetworkAdapter? adapter = wanted == VMSwitchType.External
            ? named ?? lab.NetworkAdapters.Find(known.Adapter)
            : null;
        bool allow = AllowManagementOS ?? (known.SwitchType != VMSwitchType.External || known.AllowManagementOS);
        if (wanted != known.SwitchType || adapter?.Key != known.Adapter
            || (wanted == VMSwitchType.External && allow != known.AllowManagementOS))
        {
            VMSwitches.Attach(lab, known, wanted, adapter, allow);
        }

        known.Note(Notes ?? known.Notes);
        job.Give(VMSwitch);
    }

    private static string[]? Listed(string? name) => name is null ? null : [name];

    private VMSwitchType TypeOf(VirtualSwitch known) => SwitchType
        ?? (NetAdapterName is null && NetAdapterInterfaceDescription is null
            ? known.SwitchType
            : VMSwitchType.External);
}
