using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Hosts;

/// <summary>A cmdlet that changes computers given by name, and takes virtual time.</summary>
public abstract class HostTargetCmdlet : LabPassthruJobCmdlet<HostComputer>
{
    /// <summary>
    /// The computers' names. Without it, the host that was entered with Enter-LabHost, or the only host of the lab.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Name", "Cn")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <inheritdoc/>
    private protected sealed override IEnumerable<HostComputer> Targets() =>
        HostTargets.Find(Handle, ComputerName, action => Guard(action));
}
