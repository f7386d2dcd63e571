using System.Management.Automation;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Commands.Management;

/// <summary>Lets Virtual Machine Manager use a VirtualCenter server no more, nor manage its hosts.</summary>
/// <remarks>
/// The hosts and their virtual machines go on, and stay in VirtualCenter's inventory.
/// </remarks>
/// <example>
/// <code>Remove-LabVirtualizationManager VC1</code>
/// Forgets VC1 and its hosts.
/// </example>
[Cmdlet(VerbsCommon.Remove, "LabVirtualizationManager", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class RemoveLabVirtualizationManagerCommand : VirtualizationManagerCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request() => new RemoveVirtualizationManager
    {
        Manager = Manager,
    };
}
