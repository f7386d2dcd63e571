using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Commands.Management;

/// <summary>Removes a template. Its disk stays in the library.</summary>
/// <example>
/// <code>Remove-LabVMTemplate Web</code>
/// Removes a template.
/// </example>
[Cmdlet(VerbsCommon.Remove, "LabVMTemplate", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
[Alias("Remove-Template")]
public sealed class RemoveLabVMTemplateCommand : VmmRequestCmdlet
{
    /// <summary>The template.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<VMTemplateView>))]
    [Alias("Template")]
    [ValidateNotNullOrEmpty]
    public string VMTemplate { get; set; } = null!;

    /// <summary>Asks no question first.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => VMTemplate;

    /// <inheritdoc/>
    private protected override LabRequest Request() => new RemoveVMTemplate
    {
        VMTemplate = VmmNames.Template(Handle, VMTemplate)!.Value,
        Force = Force,
    };
}
