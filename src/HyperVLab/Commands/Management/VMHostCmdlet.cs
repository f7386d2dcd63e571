using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Management;

/// <summary>A cmdlet that does something with a managed host.</summary>
public abstract class VMHostCmdlet : VmmRequestCmdlet
{
    /// <summary>The host.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string VMHost { get; set; } = null!;

    /// <inheritdoc/>
    private protected sealed override string TargetName => VMHost;

    /// <summary>The host's computer.</summary>
    /// <exception cref="Engine.Requests.LabException">There is none of that name.</exception>
    private protected Key<PhysicalComputer> Computer => ComputerNames.Host(Handle, VMHost);
}
