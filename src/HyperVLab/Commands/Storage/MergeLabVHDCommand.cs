using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Disks.Operations;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Session;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Storage;

/// <summary>
/// Merges a differencing disk, and those between, into a disk below it, and deletes them afterwards.
/// </summary>
/// <remarks>
/// Other differencing disks of the disks below would read other bytes than before: in a lab such a merge is refused; of
/// files of this computer nobody keeps a list, so look yourself. Ctrl+C stops between two pieces: the disk then reads
/// as before, and the merge can be run again.
/// </remarks>
/// <example>
/// <code>Merge-LabVHD ./child.vhd</code>
/// Merges a differencing disk of this computer into its parent.
/// </example>
/// <example>
/// <code>Merge-LabVHD C:\VMs\web01-b.vhd C:\VMs\base.vhd -ComputerName HOST1 -Passthru</code>
/// Merges a disk of a lab's host and all disks down to base.vhd into that, and shows it.
/// </example>
[Cmdlet(VerbsData.Merge, "LabVHD", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
[OutputType(typeof(Objects.VirtualHardDisk))]
public sealed class MergeLabVHDCommand : VhdSingleCmdlet
{
    /// <summary>The disk to merge into, by its path. Without it, the parent.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string? DestinationPath { get; set; }

    /// <summary>
    /// Merges without a question first, for scripts of the real cmdlet: the lab asks only with -Confirm.
    /// </summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    private protected override string Activity => "Merging";

    /// <inheritdoc/>
    private protected override LabRequest Request(Key<PhysicalComputer> computer, string path) =>
        new MergeVHD { Computer = computer, Path = path, DestinationPath = DestinationPath };

    /// <inheritdoc/>
    private protected override Action<DiskWork> Work(string path)
    {
        string? destination = DestinationPath is null ? null : LocalPath.Of(this, DestinationPath);
        foreach (string touched in LocalDiskOperations.ChainTo(path, destination))
        {
            VhdTargets.DemandOwn(touched);
        }

        return work => LocalDiskOperations.Merge(path, destination, work);
    }

    /// <inheritdoc/>
    private protected override string ResultHere(string path) => LocalDiskOperations.ChainTo(
        path, DestinationPath is null ? null : LocalPath.Of(this, DestinationPath))[^1];

    /// <inheritdoc/>
    private protected override string ResultThere(LabHandle lab, PhysicalComputerView computer, string path) =>
        DestinationPath ?? lab.Lab.Ask(new VirtualHardDiskQuery(new(computer.Key), path)).ParentPath;
}
