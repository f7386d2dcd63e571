using System.Management.Automation;

namespace HyperVLab.Commands.Compute;

/// <summary>A cmdlet that changes virtual network adapters by -Name.</summary>
public abstract class NamedAdapterCmdlet : VirtualAdapterCmdlet
{
    /// <summary>The adapters' name. Wildcards are permitted. Without it, all adapters.</summary>
    [Parameter(ParameterSetName = "VMName")]
    [Parameter(ParameterSetName = "VMObject")]
    [Parameter(ParameterSetName = "ManagementOS")]
    [Alias("VMNetworkAdapterName")]
    [SupportsWildcards]
    public string? Name { get; set; }

    /// <inheritdoc/>
    private protected sealed override string? AdapterName => Name;
}
