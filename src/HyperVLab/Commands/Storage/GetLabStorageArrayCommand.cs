using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Storage;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Storage;

/// <summary>Gets the storage arrays of the lab, the disks that are built into computers included.</summary>
/// <example>
/// <code>Get-LabStorageArray</code>
/// Lists the arrays with their capacity.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabStorageArray")]
[OutputType(typeof(DiskArray))]
public sealed class GetLabStorageArrayCommand : LabCmdlet
{
    /// <summary>The arrays' names. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NameCompleter<StorageArrayView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    private protected override void Process() =>
        WriteObject(Named<StorageArrayView, DiskArray>(Name), enumerateCollection: true);
}
