using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Management;

/// <summary>A cmdlet that does something with a VirtualCenter server of Virtual Machine Manager.</summary>
public abstract class VirtualizationManagerCmdlet : VmmRequestCmdlet
{
    /// <summary>The VirtualCenter server, by its computer's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<VirtualizationManagerView>))]
    [ValidateNotNullOrEmpty]
    public string VirtualizationManager { get; set; } = null!;

    /// <inheritdoc/>
    private protected sealed override string TargetName => VirtualizationManager;

    /// <summary>The server that is meant.</summary>
    /// <exception cref="Engine.Requests.LabException">There is none of that name.</exception>
    private protected Key<VirtualizationManager> Manager =>
        VmmNames.Manager(Handle, VirtualizationManager)!.Value;
}
