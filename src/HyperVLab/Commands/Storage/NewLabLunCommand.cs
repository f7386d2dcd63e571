using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Storage;

/// <summary>Carves a LUN out of a storage array.</summary>
/// <example>
/// <code>New-LabLun Quorum -StorageArray RSSM -SizeBytes 10GB</code>
/// Makes a LUN that can be a cluster's witness disk.
/// </example>
/// <example>
/// <code>New-LabLun CSV1 100GB | Add-LabLunMapping -ComputerName HVR2NODO1, HVR2NODO2</code>
/// Makes a LUN on the only array of the lab and lets two hosts see it.
/// </example>
[Cmdlet(VerbsCommon.New, "LabLun", SupportsShouldProcess = true)]
[OutputType(typeof(LogicalUnit))]
public sealed class NewLabLunCommand : LabRequestCmdlet
{
    /// <summary>Its name, unique in the lab.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = null!;

    /// <summary>The array, by name. Without it, the only shared one of the lab.</summary>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<StorageArrayView>))]
    [ValidateNotNullOrEmpty]
    public string? StorageArray { get; set; }

    /// <summary>Its size in bytes: whole megabytes, 64MB at least.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    public long SizeBytes { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => Name;

    /// <inheritdoc/>
    private protected override LabRequest Request() => new NewLun
    {
        Name = Name,
        Array = StorageTargets.Array(Handle, StorageArray),
        SizeBytes = SizeBytes,
    };
}
