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
/// takes one adapter, which may be one that the vendor's driver made of several (New-LabNetAdapterBond). An external
/// switch gives the management operating system an adapter of its own on it unless -AllowManagementOS is $false.
/// </remarks>
/// <example>
/// <code>New-LabVMSwitch VMs -NetAdapterName 'Local Area Connection 2' -AllowManagementOS $false</code>
/// Gives the second adapter of the host to its virtual machines.
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

    /// <summary>The adapter that an external switch takes, by its name.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "NetAdapterName", ValueFromPipelineByPropertyName = true)]
    [Alias("InterfaceAlias")]
    [ArgumentCompleter(typeof(NameCompleter<NetworkAdapterView>))]
    [ValidateNotNullOrEmpty]
    public string[]? NetAdapterName { get; set; }

    /// <summary>The adapter that an external switch takes, by what its driver calls it.</summary>
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
        };
        if (Change(Handle, request, Name, out _) is { } made)
        {
            WriteObject(made);
        }
    }
}
