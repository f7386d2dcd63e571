using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Storage;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Storage;

/// <summary>Gets the LUNs of the lab.</summary>
/// <example>
/// <code>Get-LabLun</code>
/// Lists the LUNs with the hosts that see them.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabLun")]
[OutputType(typeof(LogicalUnit))]
public sealed class GetLabLunCommand : LabCmdlet
{
    /// <summary>The LUNs' names. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NameCompleter<LunView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>Only LUNs of these arrays.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<StorageArrayView>))]
    [ValidateNotNullOrEmpty]
    public string[]? StorageArray { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        var arrays = StorageArray?.Select(name => ThingNames.FindOne<StorageArrayView>(Handle, name).Key).ToHashSet();
        WriteObject(
            Named<LunView, LogicalUnit>(Name, view => arrays?.Contains(view.ArrayKey) ?? true),
            enumerateCollection: true);
    }
}
