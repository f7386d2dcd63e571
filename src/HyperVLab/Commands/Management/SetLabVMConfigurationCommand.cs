using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using VMConfiguration = HyperVLab.Objects.VMConfiguration;

namespace HyperVLab.Commands.Management;

/// <summary>Changes how one virtual machine is to be made of a template, and where.</summary>
/// <remarks>A host or a folder that is given is pinned: Update-LabVMConfiguration rates it and leaves it.</remarks>
/// <example>
/// <code>Set-LabVMConfiguration web01 -VMHost HV2 -ComputerName WEB01</code>
/// Lets web01 be made on HV2.
/// </example>
/// <example>
/// <code>Set-LabVMConfiguration web01 -PinVMHost $false | Update-LabVMConfiguration</code>
/// Lets placement find the host again.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabVMConfiguration", DefaultParameterSetName = "Update", SupportsShouldProcess = true)]
[OutputType(typeof(VMConfiguration))]
public sealed class SetLabVMConfigurationCommand : VMConfigurationCmdlet
{
    /// <summary>The machine's new name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>What is written about the machine.</summary>
    [Parameter]
    [ValidateNotNull]
    public string? Description { get; set; }

    /// <summary>The name of the guest's computer, of 1 to 15 characters; * for one that is drawn.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ComputerName { get; set; }

    /// <summary>The host.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "VMHost")]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string? VMHost { get; set; }

    /// <summary>The group in which a host is looked for, by name or place in the tree.</summary>
    [Parameter(ParameterSetName = "VMHostGroup")]
    [ArgumentCompleter(typeof(NameCompleter<VMHostGroupView>))]
    [ValidateNotNullOrEmpty]
    public string? VMHostGroup { get; set; }

    /// <summary>Whether placement leaves the host as it is.</summary>
    [Parameter]
    [ValidateNotNull]
    public bool? PinVMHost { get; set; }

    /// <summary>The folder of the host in which the machine's own is made.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? VMLocation { get; set; }

    /// <summary>Whether placement leaves the folder as it is.</summary>
    [Parameter]
    [ValidateNotNull]
    public bool? PinVMLocation { get; set; }

    /// <summary>The sets of machines from which it is kept apart.</summary>
    [Parameter]
    [ValidateNotNull]
    public string[]? AvailabilitySetNames { get; set; }

    /// <inheritdoc/>
    private protected override LabRequest Request() => new SetVMConfiguration
    {
        VMConfiguration = Meant,
        Name = Name,
        Description = Description,
        ComputerName = ComputerName,
        VMHost = VMHost is null ? null : ComputerNames.Host(Handle, VMHost),
        VMHostGroup = VmmNames.Group(Handle, VMHostGroup),
        PinVMHost = PinVMHost,
        VMLocation = VMLocation,
        PinVMLocation = PinVMLocation,
        AvailabilitySetNames = AvailabilitySetNames,
    };
}
