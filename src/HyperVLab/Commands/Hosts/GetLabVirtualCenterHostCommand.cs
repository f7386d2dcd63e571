using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;

namespace HyperVLab.Commands.Hosts;

/// <summary>Gets the hosts of VMware ESX that VirtualCenter servers have in their inventories.</summary>
/// <remarks>
/// This cmdlet has no counterpart in the real modules.
/// </remarks>
/// <example>
/// <code>Get-LabVirtualCenterHost</code>
/// Lists them with their datacenters, and whether VirtualCenter reaches them.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabVirtualCenterHost")]
[OutputType(typeof(Objects.VirtualCenterHost))]
public sealed class GetLabVirtualCenterHostCommand : LabCmdlet
{
    /// <summary>The hosts' names. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Name")]
    [ArgumentCompleter(typeof(NameCompleter<VirtualCenterHostView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <inheritdoc/>
    private protected override void Process() => WriteObject(
        Named<VirtualCenterHostView, Objects.VirtualCenterHost>(ComputerName), enumerateCollection: true);
}
