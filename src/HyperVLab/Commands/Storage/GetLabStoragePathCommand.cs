using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Storage;

/// <summary>Gets the paths between computers and storage arrays.</summary>
/// <example>
/// <code>Get-LabStoragePath -ComputerName HVR2NODO1</code>
/// Lists the paths of HVR2NODO1 and whether they are up.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabStoragePath")]
[OutputType(typeof(DiskPath))]
public sealed class GetLabStoragePathCommand : LabCmdlet
{
    /// <summary>
    /// The computers' names. Without it, the host that was entered with Enter-LabHost, or the whole lab.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Cn")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <summary>Only paths to these arrays.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<StorageArrayView>))]
    [ValidateNotNullOrEmpty]
    public string[]? StorageArray { get; set; }

    /// <summary>Only paths of these numbers.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public int[]? Number { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        IReadOnlySet<int>? scope = ComputerNames.Scope(Handle, ComputerName);
        var arrays = StorageArray?.Select(name => ThingNames.FindOne<StorageArrayView>(Handle, name).Key).ToHashSet();
        foreach (StoragePathView view in Handle.Lab.Views<StoragePathView>())
        {
            if ((scope?.Contains(view.ComputerKey) ?? true) && (arrays?.Contains(view.ArrayKey) ?? true)
                && (Number?.Contains(view.Number) ?? true))
            {
                WriteObject(LabObjects.Of(Handle, view));
            }
        }
    }
}
