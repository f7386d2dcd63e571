using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Clustering;

/// <summary>Changes private properties of cluster resources.</summary>
/// <remarks>
/// The lab lets OfflineAction of a virtual machine's resource be set: 0 turns it off, 1 saves it, 2 shuts it down,
/// 3 shuts it down and turns it off where the guest does not answer.
/// </remarks>
/// <example>
/// <code>Get-LabClusterResource 'Virtual Machine web01' | Set-LabClusterParameter OfflineAction 2</code>
/// Lets web01 be shut down when it goes offline.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabClusterParameter", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class SetLabClusterParameterCommand : LabChangeCmdlet
{
    /// <summary>The resource, as Get-LabClusterResource writes it, or by name.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The parameter's name.</summary>
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = "Single Parameter")]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>Its value.</summary>
    [Parameter(Position = 1, ParameterSetName = "Single Parameter")]
    [ValidateNotNullOrEmpty]
    public PSObject? Value { get; set; }

    /// <summary>Several parameters with their values.</summary>
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = "Multiple Parameter")]
    [ValidateNotNullOrEmpty]
    public System.Collections.Hashtable? Multiple { get; set; }

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
            foreach ((string name, string value) in Pairs())
            {
                Change(
                    resource.Handle, new SetClusterParameter { Resource = resource.Key, Name = name, Value = value },
                    resource.Name, out _);
            }
        }
    }

    private IEnumerable<(string Name, string Value)> Pairs() => Multiple is null
        ? [(Name!, $"{Value}")]
        : Multiple.Keys.Cast<object>().Select(key => ($"{key}", $"{Multiple[key]}")).Order();
}
