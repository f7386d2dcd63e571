using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using VMTemplate = HyperVLab.Objects.VMTemplate;

namespace HyperVLab.Commands.Management;

/// <summary>Changes a template. Machines that were made of it stay as they are.</summary>
/// <remarks>
/// Passwords and product keys come as credentials and secure strings. What the lab keeps of them is a salted hash, by
/// which one that is given can be held against it, and never what they are: no job, script, journal or export has them.
/// </remarks>
/// <example>
/// <code>Set-LabVMTemplate Web -MemoryMB 4096</code>
/// Gives machines that are made from now on 4 GB.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabVMTemplate", SupportsShouldProcess = true)]
[OutputType(typeof(VMTemplate))]
[Alias("Set-Template")]
public sealed class SetLabVMTemplateCommand : MachineCmdlet
{
    /// <summary>The template.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<VMTemplateView>))]
    [Alias("Template")]
    [ValidateNotNullOrEmpty]
    public string VMTemplate { get; set; } = null!;

    /// <summary>Its new name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>What it is for.</summary>
    [Parameter]
    [ValidateNotNull]
    public string? Description { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => VMTemplate;

    /// <inheritdoc/>
    private protected override LabRequest Request() => Made(new SetVMTemplate
    {
        VMTemplate = VmmNames.Template(Handle, VMTemplate)!.Value,
        Name = Name,
        Description = Description,
    });
}
