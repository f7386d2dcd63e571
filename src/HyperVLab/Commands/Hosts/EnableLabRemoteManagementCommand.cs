using System.Management.Automation;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Hosts;

/// <summary>Lets computers be managed remotely.</summary>
/// <remarks>
/// It is done at the computer's own console, and switches the firewall groups "Windows Remote Management" and "Remote
/// Administration". Remote disk management needs the group "Remote Volume Management" besides.
/// </remarks>
/// <example>
/// <code>Enable-LabRemoteManagement HVR2NODO1</code>
/// Lets HVR2NODO1 be managed remotely.
/// </example>
[Cmdlet(VerbsLifecycle.Enable, "LabRemoteManagement", SupportsShouldProcess = true)]
[OutputType(typeof(HostComputer))]
public sealed class EnableLabRemoteManagementCommand : HostSettingCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request(HostComputer target) =>
        new EnableRemoteManagement { Computer = target.Key };
}
