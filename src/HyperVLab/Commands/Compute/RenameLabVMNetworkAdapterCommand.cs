using System.Management.Automation;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Gives virtual network adapters another name.</summary>
/// <remarks>
/// The connection of a management operating system's adapter keeps the name that Windows gave it.
/// </remarks>
/// <example>
/// <code>Rename-LabVMNetworkAdapter web01 -Name 'Network Adapter' -NewName Front</code>
/// Names the adapter of web01.
/// </example>
[Cmdlet(VerbsCommon.Rename, "LabVMNetworkAdapter", DefaultParameterSetName = "VMName", SupportsShouldProcess = true)]
[OutputType(typeof(VMNetworkAdapter), typeof(VMInternalNetworkAdapter))]
public sealed class RenameLabVMNetworkAdapterCommand : VirtualAdapterCmdlet
{
    /// <summary>The adapters' name. Wildcards are permitted. Without it, all adapters of the machines.</summary>
    [Parameter(ParameterSetName = "VMName", Position = 1)]
    [Parameter(ParameterSetName = "VMObject", Position = 1)]
    [Parameter(ParameterSetName = "ManagementOS", Position = 1)]
    [Alias("VMNetworkAdapterName")]
    [SupportsWildcards]
    public string? Name { get; set; }

    /// <summary>The new name.</summary>
    [Parameter(Mandatory = true, Position = 2)]
    [ValidateNotNullOrEmpty]
    public string NewName { get; set; } = null!;

    /// <inheritdoc/>
    private protected override string? AdapterName => Name;

    /// <inheritdoc/>
    private protected override LabRequest Request(LabObject target) => new RenameVMNetworkAdapter
    {
        Adapter = MachineKey(target),
        ManagementOS = target is VMInternalNetworkAdapter,
        ManagementAdapter = ManagementKey(target),
        NewName = NewName,
    };
}
