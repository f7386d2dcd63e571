using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Makes hosts nodes of a cluster.</summary>
/// <example>
/// <code>Add-LabClusterNode HVR2NODO3</code>
/// Adds HVR2NODO3 to the lab's only cluster.
/// </example>
[Cmdlet(VerbsCommon.Add, "LabClusterNode", SupportsShouldProcess = true)]
[OutputType(typeof(ClusterNode))]
public sealed class AddLabClusterNodeCommand : LabChangeCmdlet
{
    /// <summary>The hosts' names.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    /// <summary>The cluster, by name. Without it, the only one of the lab.</summary>
    [Parameter]
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
        int cluster = ClusterScope.One(Handle, Cluster, InputObject).Key;
        foreach (string name in Name)
        {
            Guard(() => Add(name, cluster));
        }
    }

    private void Add(string name, int cluster)
    {
        var request = new AddClusterNode { Computer = ComputerNames.Host(Handle, name), Cluster = new(cluster) };
        if (Change(Handle, request, name, out _) is { } added)
        {
            WriteObject(added);
        }
    }
}
