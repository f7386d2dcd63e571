using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Commands.Hosts;

/// <summary>Takes a host of VMware ESX out of the inventory of its VirtualCenter server.</summary>
/// <remarks>
/// Its virtual machines go on. This cmdlet has no counterpart in the real modules.
/// </remarks>
/// <example>
/// <code>Remove-LabVirtualCenterHost ESX1</code>
/// Lets VirtualCenter forget ESX1.
/// </example>
[Cmdlet(VerbsCommon.Remove, "LabVirtualCenterHost", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class RemoveLabVirtualCenterHostCommand : LabRequestCmdlet
{
    /// <summary>The host.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Name")]
    [ArgumentCompleter(typeof(NameCompleter<VirtualCenterHostView>))]
    [ValidateNotNullOrEmpty]
    public string ComputerName { get; set; } = null!;

    /// <inheritdoc/>
    private protected override string TargetName => ComputerName;

    /// <inheritdoc/>
    private protected override LabRequest Request() => new RemoveVirtualCenterHost
    {
        Computer = ComputerNames.Host(Handle, ComputerName),
    };
}
