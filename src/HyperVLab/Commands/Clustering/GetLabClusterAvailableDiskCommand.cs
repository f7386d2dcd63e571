using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Gets the shared disks that could be added to a cluster.</summary>
/// <remarks>
/// Every node must show the disk, as one disk, and it must have a volume that is formatted with NTFS.
/// </remarks>
/// <example>
/// <code>Get-LabClusterAvailableDisk | Add-LabClusterDisk</code>
/// Adds them all.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabClusterAvailableDisk")]
[OutputType(typeof(ClusterDiskInfo))]
public sealed class GetLabClusterAvailableDiskCommand : LabCmdlet
{
    /// <summary>The cluster, by name. Without it, the only one of the lab.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(NameCompleter<ClusterView>))]
    [ValidateNotNullOrEmpty]
    public string? Cluster { get; set; }

    /// <summary>The cluster, as Get-LabCluster writes it.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        ClusterView view = ClusterScope.One(Handle, Cluster, InputObject);
        Cluster cluster = LabObjects.Of<Cluster>(Handle, view);
        WriteObject(
            Handle.Lab.Ask(new Engine.Clustering.ClusterAvailableDisks { Cluster = cluster.Key })
                .Select(disk => new ClusterDiskInfo(cluster, disk)),
            enumerateCollection: true);
    }
}
