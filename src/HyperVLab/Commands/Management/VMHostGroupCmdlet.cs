using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Management;

/// <summary>A cmdlet that changes a group of hosts.</summary>
public abstract class VMHostGroupCmdlet : VmmRequestCmdlet
{
    /// <summary>The group, by name or place in the tree.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<VMHostGroupView>))]
    [ValidateNotNullOrEmpty]
    public string VMHostGroup { get; set; } = null!;

    /// <inheritdoc/>
    private protected sealed override string TargetName => VMHostGroup;

    /// <summary>The group that is meant.</summary>
    /// <exception cref="Engine.Requests.LabException">There is none, or several have that name.</exception>
    private protected Key<HostGroup> Group => VmmNames.Group(Handle, VMHostGroup)!.Value;
}
