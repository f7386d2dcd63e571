using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Storage;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Makes shared disks disks of a cluster, in Available Storage.</summary>
/// <example>
/// <code>Get-LabClusterAvailableDisk | Add-LabClusterDisk</code>
/// Adds every disk that can be.
/// </example>
[Cmdlet(VerbsCommon.Add, "LabClusterDisk", SupportsShouldProcess = true)]
[OutputType(typeof(ClusterResource))]
public sealed class AddLabClusterDiskCommand : LabChangeCmdlet
{
    /// <summary>The disks, as Get-LabClusterAvailableDisk writes them, or LUNs by name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public PSObject[] InputObject { get; set; } = [];

    /// <summary>The cluster, by name. Without it, the only one of the lab.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<ClusterView>))]
    [ValidateNotNullOrEmpty]
    public string? Cluster { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        foreach (PSObject input in InputObject)
        {
            Guard(() => Add(ClusterScope.Unwrap(input)!), input);
        }
    }

    private void Add(object input)
    {
        int cluster = (input as ClusterDiskInfo)?.Cluster.Number ?? ClusterScope.One(Handle, Cluster, null).Key;
        int lun = input switch
        {
            ClusterDiskInfo disk => disk.LunKey,
            LabObject<LunView, Engine.Storage.Lun> known => known.Number,
            _ => ThingNames.FindOne<LunView>(Handle, input.ToString() ?? string.Empty).Key,
        };
        var request = new AddClusterDisk { Lun = new(lun), Cluster = new(cluster) };
        if (Change(Handle, request, input.ToString()!, out _) is { } added)
        {
            WriteObject(added);
        }
    }
}
