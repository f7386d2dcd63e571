using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Objects;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Clustering;

/// <summary>Validates hosts for a cluster, or a cluster's nodes, and writes a report that a browser shows.</summary>
/// <remarks>
/// The tests look at networks and paths, at editions, updates and the domain, at processors, and at the shared
/// disks. The cmdlet returns the report, an HTML file in the folder for temporary files unless -ReportName has a
/// folder.
/// </remarks>
/// <example>
/// <code>Test-LabCluster HVR2NODO1, HVR2NODO2</code>
/// Validates the two hosts.
/// </example>
/// <example>
/// <code>Test-LabCluster HVR2NODO1, HVR2NODO2 -Include Network, Storage -ReportName ./before</code>
/// Runs some of the tests and writes ./before.htm.
/// </example>
/// <example>
/// <code>Test-LabCluster -List</code>
/// Lists the tests.
/// </example>
[Cmdlet(VerbsDiagnostic.Test, "LabCluster", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo), typeof(ClusterTestInfo))]
public sealed class TestLabClusterCommand : LabChangeCmdlet
{
    /// <summary>The hosts. Without it, the nodes of the cluster.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Node { get; set; }

    /// <summary>The report's name, with a folder where it is to be elsewhere.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ReportName { get; set; }

    /// <summary>The tests or categories that are run. Without it, all.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValidationTestCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Include { get; set; }

    /// <summary>The tests or categories that are left out.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValidationTestCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Ignore { get; set; }

    /// <summary>Lists the tests and runs none.</summary>
    [Parameter]
    public SwitchParameter List { get; set; }

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
        if (List)
        {
            WriteObject(
                Handle.Lab.Ask(new ClusterValidationTests()).Select(test => new ClusterTestInfo(test)),
                enumerateCollection: true);
            return;
        }

        var request = new TestCluster
        {
            Node = [.. Nodes()],
            ReportName = ReportName is null ? null : Path.GetFileNameWithoutExtension(ReportName),
            Include = Include ?? [],
            Ignore = Ignore ?? [],
        };
        object? result = Change(Handle, request, string.Join(", ", Node ?? []), out _);
        if (result is ClusterValidationView { EndTime: not null } validation)
        {
            WriteReport(validation);
        }
    }

    private void WriteReport(ClusterValidationView validation)
    {
        string page = Handle.Lab.Ask(new ClusterValidationReport { Validation = new(validation.Key) });
        string folder = Path.GetDirectoryName(ReportName) is { Length: > 0 } given
            ? LocalPath.Of(this, given)
            : Path.GetTempPath();
        string name = ReportName is null ? $"{validation.Name} {Handle.Lab.Name}" : validation.Name;
        string file = Path.Combine(folder, $"{name}.htm");
        LocalPath.Write(file, () => File.WriteAllText(file, page));
        WriteObject(new FileInfo(file));
    }

    private IEnumerable<Key<PhysicalComputer>> Nodes()
    {
        if (Node is not null)
        {
            return Node.Select(name => ComputerNames.Host(Handle, name));
        }

        int cluster = ClusterScope.One(Handle, Cluster, InputObject).Key;
        return Handle.Lab.Views<ClusterNodeView>()
            .Where(node => node.ClusterKey == cluster)
            .Select(node => new Key<PhysicalComputer>(node.ComputerKey));
    }
}
