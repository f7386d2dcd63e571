using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Hosts;

/// <summary>Gets the roles and features of computers, installed or not.</summary>
/// <example>
/// <code>Get-LabWindowsFeature Failover-Clustering</code>
/// Shows on which computers failover clustering is installed.
/// </example>
/// <example>
/// <code>Get-LabWindowsFeature -ComputerName HVR2NODO1</code>
/// Lists what HVR2NODO1 has and can have.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabWindowsFeature")]
[OutputType(typeof(WindowsFeature))]
public sealed class GetLabWindowsFeatureCommand : LabCmdlet
{
    /// <summary>The roles' and features' names. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NameCompleter<HostFeatureView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>
    /// The computers' names. Without it, the host that was entered with Enter-LabHost, or the whole lab.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Cn")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        IReadOnlySet<int>? scope = ComputerNames.Scope(Handle, ComputerName);
        WriteObject(
            Named<HostFeatureView, WindowsFeature>(Name, view => scope?.Contains(view.ComputerKey) ?? true),
            enumerateCollection: true);
    }
}
