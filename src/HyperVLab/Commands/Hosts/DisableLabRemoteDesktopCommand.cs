using System.Management.Automation;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Hosts;

/// <summary>Lets computers take remote desktop connections no more.</summary>
/// <remarks>
/// It is done at the computer's own console, and switches the firewall group "Remote Desktop".
/// </remarks>
/// <example>
/// <code>Disable-LabRemoteDesktop HVR2NODO1</code>
/// Lets HVR2NODO1 take remote desktop connections no more.
/// </example>
[Cmdlet(VerbsLifecycle.Disable, "LabRemoteDesktop", SupportsShouldProcess = true)]
[OutputType(typeof(HostComputer))]
public sealed class DisableLabRemoteDesktopCommand : HostSettingCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request(HostComputer target) =>
        new DisableRemoteDesktop { Computer = target.Key };
}
