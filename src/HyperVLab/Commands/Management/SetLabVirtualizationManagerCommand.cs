using System.Management.Automation;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Commands.Management;

/// <summary>Sets how Virtual Machine Manager uses a VirtualCenter server.</summary>
/// <example>
/// <code>Set-LabVirtualizationManager VC1 -Credential LAB\vmware</code>
/// Logs on with another account from now on.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabVirtualizationManager", SupportsShouldProcess = true)]
[OutputType(typeof(VirtualizationManager))]
public sealed class SetLabVirtualizationManagerCommand : VirtualizationManagerCmdlet
{
    /// <summary>The account with which the server logs on there, with its password.</summary>
    [Parameter]
    [Credential]
    [ValidateNotNull]
    public PSCredential? Credential { get; set; }

    /// <summary>The port of its web service.</summary>
    [Parameter]
    [ValidateNotNull]
    public uint? TCPPort { get; set; }

    /// <summary>Whether the server asks for credentials of its hosts.</summary>
    [Parameter]
    [Alias("SecureMode")]
    [ValidateNotNull]
    public bool? EnableSecureMode { get; set; }

    /// <inheritdoc/>
    private protected override LabRequest Request() => new SetVirtualizationManager
    {
        Manager = Manager,
        Account = Credential is { } credential ? SignIns.Check(Handle, credential) : null,
        TCPPort = VmmNames.Port(TCPPort),
        EnableSecureMode = EnableSecureMode,
    };
}
