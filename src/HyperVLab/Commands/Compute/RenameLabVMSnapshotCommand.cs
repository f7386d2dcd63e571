using System.Management.Automation;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Gives a checkpoint of a virtual machine another name.</summary>
/// <example>
/// <code>Get-LabVMSnapshot web01 | Rename-LabVMSnapshot -NewName 'before patching'</code>
/// Names the one checkpoint of web01.
/// </example>
[Cmdlet(VerbsCommon.Rename, "LabVMSnapshot", DefaultParameterSetName = "SnapshotName", SupportsShouldProcess = true)]
[Alias("Rename-LabVMCheckpoint")]
[OutputType(typeof(VMSnapshot))]
public sealed class RenameLabVMSnapshotCommand : VMSnapshotTargetCmdlet
{
    /// <summary>Its new name.</summary>
    [Parameter(Mandatory = true, Position = 2)]
    [ValidateNotNullOrEmpty]
    public string NewName { get; set; } = string.Empty;

    /// <inheritdoc/>
    private protected override LabRequest Request(VMSnapshot target) =>
        new RenameVMSnapshot { Snapshot = target.Key, NewName = NewName };
}
