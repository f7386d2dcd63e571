using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using VMTemplate = HyperVLab.Objects.VMTemplate;

namespace HyperVLab.Commands.Management;

/// <summary>Gets templates of the library.</summary>
/// <example>
/// <code>Get-LabVMTemplate</code>
/// Lists the templates.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabVMTemplate", DefaultParameterSetName = "All")]
[Alias("Get-Template")]
[OutputType(typeof(VMTemplate))]
public sealed class GetLabVMTemplateCommand : VmmReadingCmdlet
{
    /// <summary>The names. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ParameterSetName = "Name", ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<VMTemplateView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>All of them, as without any parameter.</summary>
    [Parameter(ParameterSetName = "All")]
    public SwitchParameter All { get; set; }

    /// <inheritdoc/>
    private protected override void Process() =>
        Write<VMTemplateView, VMTemplate>(Name is null ? null : [Name], static view => view.ServerKey);
}
