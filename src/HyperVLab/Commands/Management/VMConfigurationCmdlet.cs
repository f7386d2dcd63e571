using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Management;

/// <summary>A cmdlet that changes a virtual machine configuration.</summary>
public abstract class VMConfigurationCmdlet : VmmRequestCmdlet
{
    /// <summary>The configuration.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NameCompleter<VMConfigurationView>))]
    [ValidateNotNullOrEmpty]
    public string VMConfiguration { get; set; } = null!;

    /// <inheritdoc/>
    private protected sealed override string TargetName => VMConfiguration;

    /// <summary>The configuration that is meant.</summary>
    /// <exception cref="Engine.Requests.LabException">There is none of that name.</exception>
    private protected Key<VMConfiguration> Meant => VmmNames.Configuration(Handle, VMConfiguration)!.Value;
}
