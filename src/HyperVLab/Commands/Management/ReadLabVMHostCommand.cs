using System.Management.Automation;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>Reads a managed host anew, before its refresher does.</summary>
/// <remarks>
/// The refresher reads every host each 30 minutes while its agent answers.
/// </remarks>
/// <example>
/// <code>Read-LabVMHost HV1</code>
/// Lets the server see what was done on HV1 by other means.
/// </example>
[Cmdlet(VerbsCommunications.Read, "LabVMHost", SupportsShouldProcess = true)]
[Alias("Refresh-VMHost")]
[OutputType(typeof(HostComputer))]
public sealed class ReadLabVMHostCommand : VMHostCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request() => new ReadVMHost
    {
        Computer = Computer,
    };
}
