using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using VMConfiguration = HyperVLab.Objects.VMConfiguration;

namespace HyperVLab.Commands.Management;

/// <summary>Begins to say how one virtual machine is made of a template, and where.</summary>
/// <remarks>
/// Update-LabVMConfiguration finds a host for it, Set-LabVMConfiguration says one, and New-LabVirtualMachine
/// -VMConfiguration makes the machine.
/// </remarks>
/// <example>
/// <code>New-LabVMConfiguration -VMTemplate Web -Name web01 -VMHostGroup 'Rack 1' | Update-LabVMConfiguration</code>
/// Finds the best host of Rack 1 for web01.
/// </example>
[Cmdlet(
    VerbsCommon.New,
    "LabVMConfiguration",
    DefaultParameterSetName = "FromTemplateOnly",
    SupportsShouldProcess = true)]
[OutputType(typeof(VMConfiguration))]
public sealed class NewLabVMConfigurationCommand : VmmRequestCmdlet
{
    /// <summary>The template.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NameCompleter<VMTemplateView>))]
    [ValidateNotNullOrEmpty]
    public string VMTemplate { get; set; } = null!;

    /// <summary>The machine's name. Without it, the template's.</summary>
    [Parameter(ParameterSetName = "FromTemplateOnly")]
    [Parameter(ParameterSetName = "VMHostGroup", Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The group in which a host is looked for, by name or place in the tree. Without it, all.</summary>
    [Parameter(ParameterSetName = "VMHostGroup", Mandatory = true)]
    [ArgumentCompleter(typeof(NameCompleter<VMHostGroupView>))]
    [ValidateNotNullOrEmpty]
    public string? VMHostGroup { get; set; }

    /// <summary>What is written about the machine.</summary>
    [Parameter]
    [ValidateNotNull]
    public string? Description { get; set; }

    /// <summary>The sets of machines from which it is kept apart.</summary>
    [Parameter]
    [ValidateNotNull]
    public string[]? AvailabilitySetNames { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => Name ?? VMTemplate;

    /// <inheritdoc/>
    private protected override LabRequest Request() => new NewVMConfiguration
    {
        VMTemplate = VmmNames.Template(Handle, VMTemplate)!.Value,
        Name = Name,
        Description = Description,
        VMHostGroup = VmmNames.Group(Handle, VMHostGroup),
        AvailabilitySetNames = AvailabilitySetNames,
    };
}
