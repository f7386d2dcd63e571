using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Objects;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Networking;

/// <summary>Makes virtual switches on hosts.</summary>
/// <remarks>
/// An external switch takes a network adapter of its host. Hyper-V of Windows Server 2008 R2 has no teaming: a switch
/// takes one adapter, which may be one that the vendor's driver made of several (New-LabNetAdapterBond). From 2012 on
/// it may be a team's (New-LabNetLbfoTeam); 2022 takes that with -AllowNetLbfoTeams $true only, and 2025 not at all.
/// From 2016 on a switch takes several adapters, and embeds their team. An external switch gives the management
/// operating system an adapter of its own on it unless -AllowManagementOS is $false.
/// </remarks>
/// <example>
/// <code>New-LabVMSwitch VMs -NetAdapterName 'Local Area Connection 2' -AllowManagementOS $false</code>
/// Gives the second adapter of the host to its virtual machines.
/// </example>
/// <example>
/// <code>New-LabVMSwitch VMs -NetAdapterName Ethernet, 'Ethernet 2' -EnableEmbeddedTeaming $true</code>
/// Makes a switch of a Windows Server 2016 host with two ways out.
/// </example>
/// <example>
/// <code>New-LabVMSwitch Inside -SwitchType Private</code>
/// Makes a switch that connects virtual machines of one host with each other only.
/// </example>
[Cmdlet(VerbsCommon.New, "LabVMSwitch", DefaultParameterSetName = "NetAdapterName", SupportsShouldProcess = true)]
[OutputType(typeof(VMSwitch))]
public sealed class NewLabVMSwitchCommand : LabChangeCmdlet
{
    /// <summary>The switch's name, unique on its host.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("SwitchName")]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = null!;

    /// <summary>The type of a switch that takes no adapter: Internal or Private.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "SwitchType")]
    [ValidateSet("Internal", "Private")]
    public VMSwitchType SwitchType { get; set; }

    /// <summary>
    /// Whether the management operating system has an adapter on an external switch. The default is $true.
    /// </summary>
    [Parameter(ParameterSetName = "NetAdapterInterfaceDescription")]
    [Parameter(ParameterSetName = "NetAdapterName")]
    public bool AllowManagementOS { get; set; }

    /// <summary>The adapters that an external switch takes, by their names. Several need Windows Server 2016.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "NetAdapterName", ValueFromPipelineByPropertyName = true)]
    [Alias("InterfaceAlias")]
    [ArgumentCompleter(typeof(NameCompleter<NetworkAdapterView>))]
    [ValidateNotNullOrEmpty]
    public string[]? NetAdapterName { get; set; }

    /// <summary>The adapters that an external switch takes, by what their drivers call them.</summary>
    [Parameter(
        Mandatory = true,
        ParameterSetName = "NetAdapterInterfaceDescription",
        ValueFromPipelineByPropertyName = true)]
    [Alias("InterfaceDescription")]
    [ValidateNotNullOrEmpty]
    public string[]? NetAdapterInterfaceDescription { get; set; }

    /// <summary>A note.</summary>
    [Parameter]
    [ValidateNotNull]
    public string? Notes { get; set; }

    /// <summary>
    /// Whether the adapters become a team that is embedded in the switch (2016). Several do anyway; one alone does so
    /// that others can be added later.
    /// </summary>
    [Parameter]
    public bool? EnableEmbeddedTeaming { get; set; }

    /// <summary>
    /// In which units its ports say how much is kept for them (2012): Weight or Absolute, or None. Without it, and with
    /// Default, Weight.
    /// </summary>
    [Parameter]
    public VMSwitchBandwidthMode? MinimumBandwidthMode { get; set; }

    /// <summary>Whether Windows Server 2022 is to take the adapter of a team (New-LabNetLbfoTeam).</summary>
    [Parameter]
    public bool? AllowNetLbfoTeams { get; set; }

    /// <summary>The hosts. Without it, the host entered with Enter-LabHost, or the only host of the lab.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("PSComputerName", "Cn")]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        foreach (string? host in ComputerName ?? [null!])
        {
            Guard(() => Make(ComputerNames.Host(Handle, host)));
        }
    }

    private void Make(Key<PhysicalComputer> computer)
    {
        var request = new NewVMSwitch
        {
            Name = Name,
            Computer = computer,
            NetAdapterName = NetAdapterName,
            NetAdapterInterfaceDescription = NetAdapterInterfaceDescription,
            SwitchType = ParameterSetName == "SwitchType" ? SwitchType : null,
            AllowManagementOS = MyInvocation.BoundParameters.ContainsKey(nameof(AllowManagementOS))
                ? AllowManagementOS
                : null,
            Notes = Notes,
            MinimumBandwidthMode = MinimumBandwidthMode,
            EnableEmbeddedTeaming = EnableEmbeddedTeaming,
            AllowNetLbfoTeams = AllowNetLbfoTeams,
        };
        if (Change(Handle, request, Name, out _) is { } made)
        {
            WriteObject(made);
        }
    }
}
