using System.Management.Automation;

namespace HyperVLab.Commands.Compute;

/// <summary>A cmdlet that changes network adapters of virtual machines, by their name.</summary>
public abstract class VMNetworkAdapterCmdlet : VMNetworkAdapterTargetCmdlet
{
    /// <summary>The adapters' name. Wildcards are permitted. Without it, all adapters of the machines.</summary>
    [Parameter(ParameterSetName = "VMName")]
    [Parameter(ParameterSetName = "VMObject")]
    [Alias("VMNetworkAdapterName")]
    [SupportsWildcards]
    public string? Name { get; set; }

    /// <inheritdoc/>
    private protected sealed override string? AdapterName => Name;
}
