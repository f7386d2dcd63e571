using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Adds network adapters to virtual machines that are off.</summary>
/// <remarks>
/// A machine takes eight synthetic adapters, which need integration services in the guest, and four legacy ones.
/// </remarks>
/// <example>
/// <code>Add-LabVMNetworkAdapter web01 -SwitchName VMs</code>
/// Gives web01 one more adapter on the switch VMs.
/// </example>
[Cmdlet(VerbsCommon.Add, "LabVMNetworkAdapter", DefaultParameterSetName = "VMName", SupportsShouldProcess = true)]
[OutputType(typeof(VMNetworkAdapter))]
public sealed class AddLabVMNetworkAdapterCommand : VMDeviceCmdlet
{
    /// <summary>The virtual switch to connect it to.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<VirtualSwitchView>))]
    [ValidateNotNullOrEmpty]
    public string? SwitchName { get; set; }

    /// <summary>Whether it is the emulated adapter, which works without integration services.</summary>
    [Parameter]
    public bool IsLegacy { get; set; }

    /// <summary>The adapter's name. Without it, Network Adapter.</summary>
    [Parameter]
    [Alias("VMNetworkAdapterName")]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "Network Adapter";

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
    private protected override LabRequest Request(VirtualMachine target) => new AddVMNetworkAdapter
    {
        VM = target.Key,
        Name = Name,
        SwitchName = SwitchName,
        IsLegacy = IsLegacy,
        DynamicMacAddress = DynamicMacAddress,
        StaticMacAddress = StaticMacAddress,
    };

    /// <inheritdoc/>
    private protected override object? OutputOf(VirtualMachine target, object? result) => result;
}
