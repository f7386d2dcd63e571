using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Requests;

/// <summary>Makes a virtual switch on a host.</summary>
public sealed record NewVMSwitch : LabRequest
{
    /// <summary>Its name, unique on its host.</summary>
    public required string Name { get; init; }

    /// <summary>The host.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>
    /// The adapter that an external switch takes, by its connection's name; several make an embedded team (2016).
    /// </summary>
    public IReadOnlyList<string>? NetAdapterName { get; init; }

    /// <summary>The adapter, by what its driver calls it.</summary>
    public IReadOnlyList<string>? NetAdapterInterfaceDescription { get; init; }

    /// <summary>Whom it connects; null for external where an adapter is given.</summary>
    public VMSwitchType? SwitchType { get; init; }

    /// <summary>Whether an external switch gives the management operating system an adapter; null for yes.</summary>
    public bool? AllowManagementOS { get; init; }

    /// <summary>A note.</summary>
    public string? Notes { get; init; }

    /// <summary>Whether the adapters become a team that is embedded in the switch; null for yes where they are
    /// several.</summary>
    public bool? EnableEmbeddedTeaming { get; init; }

    /// <summary>In which units its ports say how much is kept for them (2012); null for Weight.</summary>
    public VMSwitchBandwidthMode? MinimumBandwidthMode { get; init; }

    /// <summary>Whether Windows Server 2022 is to take the adapter of a team made by New-NetLbfoTeam.</summary>
    public bool? AllowNetLbfoTeams { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        RemoteManagement.DemandManagement(lab, caller, Computer);
        PhysicalComputer computer = lab.RequireVMHost(Computer);
        NetworkRules.DemandName(Name);
        if (VMSwitches.Find(lab, Computer, Name) is not null)
        {
            throw VMSwitchErrors.NameTaken.For(Name, computer.Name, Name);
        }

        if (MinimumBandwidthMode is not null)
        {
            PortRules.Demand2012(lab, Computer, "Bandwidth management");
        }

        if (IsTeamed)
        {
            List<NetworkAdapter> members = Members(lab, computer);
            EmbeddedTeams.Demand(lab, computer, EnableEmbeddedTeaming, members);
            VMSwitchRules.DemandType(Name, WantedType, members[0], AllowManagementOS);
            return;
        }

        NetworkAdapter? adapter = VMSwitchRules.DemandAdapter(
            lab, computer, NetAdapterName, NetAdapterInterfaceDescription, exceptTakenBy: null);
        TeamRules.DemandSwitchable(computer, adapter, AllowNetLbfoTeams == true);
        VMSwitchRules.DemandType(Name, WantedType, adapter, AllowManagementOS);
        VMSwitchRules.DemandMacAddress(lab, Name, Computer, WantedType);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        PhysicalComputer computer = lab.Computers[Computer];
        NetworkAdapter? adapter = IsTeamed
            ? EmbeddedTeams.Create(lab, computer, Name, Members(lab, computer))
            : VMSwitchRules.FindAdapter(lab, Computer, NetAdapterName, NetAdapterInterfaceDescription);
        VirtualSwitch made = VMSwitches.Create(
            lab, Computer, Name, WantedType, adapter?.Key, AllowManagementOS ?? true);
        made.Note(Notes ?? string.Empty);
        made.Keep(MinimumBandwidthMode);
        job.Give(made.Key);
    }

    private bool IsTeamed =>
        EmbeddedTeams.IsWanted(EnableEmbeddedTeaming, NetAdapterName, NetAdapterInterfaceDescription);

    private List<NetworkAdapter> Members(LabState lab, PhysicalComputer computer) =>
        NetworkRules.DemandAdapters(lab, computer, NetAdapterName, NetAdapterInterfaceDescription);

    private VMSwitchType WantedType => SwitchType ?? VMSwitchType.External;
}
