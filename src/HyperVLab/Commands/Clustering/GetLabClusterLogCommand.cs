using System.Management.Automation;
using System.Text;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Views;

namespace HyperVLab.Commands.Clustering;

/// <summary>Writes the cluster log of each node into a folder of this computer, and gives the files.</summary>
/// <remarks>
/// Each file is called NODE_cluster.log and has the lines of the real one: process and thread, date and time, level,
/// component and text. A node that does not answer is left out with a warning; what is known of it is in the logs of
/// the others and in Get-LabEvent. The lab keeps its newest ten thousand lines.
/// </remarks>
/// <example>
/// <code>Get-LabClusterLog -Destination ./logs -TimeSpan 15</code>
/// Writes what happened in the last quarter of an hour, a file for each node.
/// </example>
/// <example>
/// <code>Get-LabClusterLog HVR2NODO1 | Select-String 'ERR'</code>
/// Shows what went wrong on one node.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabClusterLog")]
[OutputType(typeof(FileInfo))]
public sealed class GetLabClusterLogCommand : LabCmdlet
{
    /// <summary>The nodes, by name. Without it, every node of the cluster.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(NameCompleter<ClusterNodeView>))]
    [ValidateNotNull]
    public string[]? Node { get; set; }

    /// <summary>A folder of this computer. Without it, the current location.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string Destination { get; set; } = ".";

    /// <summary>How many minutes back from now. Without it, all that the lab has kept.</summary>
    [Parameter]
    [Alias("Span")]
    public uint TimeSpan { get; set; }

    /// <summary>Writes local time instead of GMT; a lab has one time zone, so that both are the same.</summary>
    [Parameter]
    [Alias("lt")]
    public SwitchParameter UseLocalTime { get; set; }

    /// <summary>A cluster or a node.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    public PSObject? InputObject { get; set; }

    /// <summary>The cluster, by name. Without it, the only one of the lab.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<ClusterView>))]
    [ValidateNotNullOrEmpty]
    public string? Cluster { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        ClusterView cluster = ClusterScope.One(Handle, Cluster, InputObject);
        string[]? names = Node ?? (ClusterScope.Unwrap(InputObject) is Objects.ClusterNode given ? [given.Name] : null);
        string folder = LocalPath.Of(this, Destination);
        var question = new ClusterLogFiles
        {
            Cluster = new(cluster.Key),
            Nodes = names is null
                ? null
                : [.. names.Select(name => ClusterInputs.Node(Handle, name, cluster.Key)!.Value)],
            Span = TimeSpan == 0 ? null : System.TimeSpan.FromMinutes(TimeSpan),
        };
        foreach (ClusterLogFileView log in Handle.Lab.Ask(question))
        {
            if (log.IsAvailable)
            {
                WriteObject(Written(Path.Combine(folder, $"{log.Node}_cluster.log"), log));
            }
            else
            {
                WriteWarning(ClusterModuleErrors.NodeSilent.Format([log.Node]));
            }
        }
    }

    private static FileInfo Written(string path, ClusterLogFileView log)
    {
        LocalPath.Write(path, () => File.WriteAllLines(path, log.Lines, new UTF8Encoding(false)));
        return new FileInfo(path);
    }
}
