using System.Management.Automation;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>Reads a VirtualCenter server and its hosts anew.</summary>
/// <example>
/// <code>Read-LabVirtualizationManager VC1</code>
/// Lets Virtual Machine Manager see what was done in VirtualCenter.
/// </example>
[Cmdlet(VerbsCommunications.Read, "LabVirtualizationManager", SupportsShouldProcess = true)]
[OutputType(typeof(VirtualizationManager))]
public sealed class ReadLabVirtualizationManagerCommand : VirtualizationManagerCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request() => new ReadVirtualizationManager
    {
        Manager = Manager,
    };
}
