using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Gets the private properties of cluster resources.</summary>
/// <example>
/// <code>Get-LabClusterResource 'Virtual Machine web01' | Get-LabClusterParameter OfflineAction</code>
/// Shows what happens to web01 when it goes offline.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabClusterParameter")]
[OutputType(typeof(ClusterParameter))]
public sealed class GetLabClusterParameterCommand : LabCmdlet
{
    /// <summary>The parameters' names. Wildcards are permitted.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>The resource, as Get-LabClusterResource writes it, or by name.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The cluster, by name. Without it, the only one of the lab.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<ClusterView>))]
    [ValidateNotNullOrEmpty]
    public string? Cluster { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        foreach (ClusterResource resource in ClusterInputs.Resources(Handle, InputObject, Cluster))
        {
            WriteObject(
                Handle.Lab.Ask(new Engine.Clustering.ClusterResourceParameters { Resource = resource.Key })
                    .Where(view => Name is null || Name.Any(
                        name => WildcardPattern.Get(name, WildcardOptions.IgnoreCase).IsMatch(view.Name)))
                    .Select(view => new ClusterParameter(resource, view)),
                enumerateCollection: true);
        }
    }
}
