using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Commands.Management;

/// <summary>Lets Virtual Machine Manager use a VirtualCenter server of VMware.</summary>
/// <remarks>
/// The server logs on there with the account that is given, which must be one of its administrators. Then
/// Add-LabVMHost takes the hosts that the VirtualCenter server has. A job that fails on the way goes on with
/// Restart-LabJob.
/// </remarks>
/// <example>
/// <code>Add-LabVirtualizationManager VC1 -Credential LAB\Administrator</code>
/// Asks for the account's password, and uses the VirtualCenter server on VC1.
/// </example>
[Cmdlet(VerbsCommon.Add, "LabVirtualizationManager", SupportsShouldProcess = true)]
[OutputType(typeof(VirtualizationManager))]
public sealed class AddLabVirtualizationManagerCommand : VmmServerCmdlet
{
    /// <summary>The computer on which VirtualCenter runs.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string ComputerName { get; set; } = null!;

    /// <summary>The account with which the server logs on there, with its password.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [Credential]
    [ValidateNotNull]
    public PSCredential Credential { get; set; } = null!;

    /// <summary>What it is for.</summary>
    [Parameter]
    [ValidateNotNull]
    public string? Description { get; set; }

    /// <summary>The port of its web service. Without it, 443.</summary>
    [Parameter]
    public uint? TCPPort { get; set; }

    /// <summary>Whether the server asks for credentials of its hosts.</summary>
    [Parameter]
    [Alias("SecureMode")]
    public bool EnableSecureMode { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => ComputerName;

    /// <inheritdoc/>
    private protected override LabRequest Request() => new AddVirtualizationManager
    {
        Computer = ComputerNames.Host(Handle, ComputerName),
        Account = SignIns.Check(Handle, Credential),
        Description = Description,
        TCPPort = VmmNames.Port(TCPPort),
        EnableSecureMode = EnableSecureMode,
        VMMServer = Server,
    };
}
