using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Faults.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Faults;

/// <summary>A cmdlet that changes faults, which are given by name or from the pipeline.</summary>
public abstract class FaultTargetCmdlet : LabTargetCmdlet<LabFault>
{
    /// <summary>The faults' names. Wildcards are permitted.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<FaultView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = null!;

    /// <inheritdoc/>
    private protected override IEnumerable<LabFault> Targets() => Named<FaultView, LabFault>(Name);
}
