using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>
/// Adds network adapters to virtual machines that are off, or to the management operating system of hosts.
/// </summary>
/// <remarks>
/// A machine takes eight synthetic adapters, which need integration services in the guest, and four legacy ones. A
/// management operating system of Windows Server 2008 R2 has one on each switch, which comes with
/// Set-LabVMSwitch -AllowManagementOS; more came with Windows Server 2012.
/// </remarks>
/// <example>
/// <code>Add-LabVMNetworkAdapter web01 -SwitchName VMs</code>
/// Gives web01 one more adapter on the switch VMs.
/// </example>
/// <example>
/// <code>Add-LabVMNetworkAdapter -ManagementOS -Name Migration -SwitchName VMs -ComputerName HV1</code>
/// Gives the host itself one more adapter on its switch.
/// </example>
[Cmdlet(VerbsCommon.Add, "LabVMNetworkAdapter", DefaultParameterSetName = "VMName", SupportsShouldProcess = true)]
[OutputType(typeof(VMNetworkAdapter), typeof(VMInternalNetworkAdapter))]
public sealed class AddLabVMNetworkAdapterCommand : LabPassthruCmdlet<LabObject>
{
    /// <summary>
    /// The hosts to look on. Without it, the host that was entered with Enter-LabHost, or all hosts of the lab.
    /// </summary>
    [Parameter(ParameterSetName = "VMName")]
    [Parameter(ParameterSetName = "ManagementOS")]
    [Alias("PSComputerName")]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <summary>The virtual machines, as Get-LabVM writes them.</summary>
    [Parameter(ParameterSetName = "VMObject", Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public VirtualMachine[] VM { get; set; } = [];

    /// <summary>The virtual machines' names. Wildcards are permitted.</summary>
    [Parameter(ParameterSetName = "VMName", Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NameCompleter<VirtualMachineView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] VMName { get; set; } = [];

    /// <summary>Adds one to the management operating system, on the switch of -SwitchName.</summary>
    [Parameter(ParameterSetName = "ManagementOS", Mandatory = true)]
    public SwitchParameter ManagementOS { get; set; }

    /// <summary>The virtual switch to connect it to.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<VirtualSwitchView>))]
    [ValidateNotNullOrEmpty]
    public string? SwitchName { get; set; }

    /// <summary>Whether it is the emulated adapter, which works without integration services.</summary>
    [Parameter(ParameterSetName = "VMName")]
    [Parameter(ParameterSetName = "VMObject")]
    public bool IsLegacy { get; set; }

    /// <summary>
    /// The adapter's name. Without it, Network Adapter; for the management operating system that of the switch.
    /// </summary>
    [Parameter]
    [Alias("VMNetworkAdapterName")]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>
    /// Lets the host that starts the machine give it its MAC address, which is what happens without this too.
    /// </summary>
    [Parameter]
    public SwitchParameter DynamicMacAddress { get; set; }

    /// <summary>The MAC address that it keeps: twelve hexadecimal digits, with or without separators.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? StaticMacAddress { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<LabObject> Targets() => ParameterSetName switch
    {
        "VMObject" => VM,
        "ManagementOS" => (ComputerName ?? [null!]).Select(
            name => LabObjects.Of<LabObject>(Handle, ComputerNames.HostView(Handle, name))),
        _ => Named<VirtualMachineView, VirtualMachine>(VMName, VMTargets.On(Handle, ComputerName)),
    };

    /// <inheritdoc/>
    private protected override LabRequest Request(LabObject target)
    {
        var request = new AddVMNetworkAdapter();
        return request with
        {
            VM = (target as VirtualMachine)?.Key,
            ManagementOS = ManagementOS,
            Computer = (target as HostComputer)?.Key,
            Name = Name ?? (ManagementOS ? SwitchName ?? string.Empty : request.Name),
            SwitchName = SwitchName,
            IsLegacy = IsLegacy,
            DynamicMacAddress = DynamicMacAddress,
            StaticMacAddress = StaticMacAddress,
        };
    }

    /// <inheritdoc/>
    private protected override object? OutputOf(LabObject target, object? result) => result is NetAdapter made
        ? new VMInternalNetworkAdapter(made.Handle, made.Handle.Lab.View<ManagementAdapterView>(made.Number)!)
        : result;
}
