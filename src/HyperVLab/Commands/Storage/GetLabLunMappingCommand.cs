using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Storage;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Storage;

/// <summary>Gets which computers may see which LUNs.</summary>
/// <example>
/// <code>Get-LabLunMapping -ComputerName HVR2NODO1</code>
/// Lists the LUNs that HVR2NODO1 may see, with their numbers.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabLunMapping")]
[OutputType(typeof(LogicalUnitMapping))]
public sealed class GetLabLunMappingCommand : ComputerReadingCmdlet
{
    /// <summary>The LUNs' names.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Name")]
    [ArgumentCompleter(typeof(NameCompleter<LunView>))]
    [ValidateNotNullOrEmpty]
    public string[]? Lun { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        IReadOnlySet<int>? scope = Scope;
        var luns = Lun?.Select(name => ThingNames.FindOne<LunView>(Handle, name).Key).ToHashSet();
        foreach (LunMappingView view in Handle.Lab.Views<LunMappingView>())
        {
            if ((scope?.Contains(view.ComputerKey) ?? true) && (luns?.Contains(view.LunKey) ?? true))
            {
                WriteObject(LabObjects.Of(Handle, view));
            }
        }
    }
}
