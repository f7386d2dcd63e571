using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>Runs the setup of a Virtual Machine Manager server on a computer.</summary>
/// <remarks>
/// It is done at the computer's own console, as setup of the real product is. The computer runs an edition of Windows
/// Server and is in a domain. This cmdlet has no counterpart in the real module.
/// </remarks>
/// <example>
/// <code>Install-LabVMMServer VMM1</code>
/// Makes VMM1 a Virtual Machine Manager server.
/// </example>
[Cmdlet(VerbsLifecycle.Install, "LabVMMServer", SupportsShouldProcess = true)]
[OutputType(typeof(VMMServer))]
public sealed class InstallLabVMMServerCommand : LabRequestJobCmdlet
{
    /// <summary>The computer.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string ComputerName { get; set; } = null!;

    /// <inheritdoc/>
    private protected override string TargetName => ComputerName;

    /// <inheritdoc/>
    private protected override LabRequest Request() => new InstallVMMServer
    {
        Computer = ComputerNames.Host(Handle, ComputerName),
    };
}
