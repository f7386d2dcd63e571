using System.Management.Automation;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Removes DHCP scopes. Who has an address of one keeps it.</summary>
/// <example>
/// <code>Remove-LabDhcpServerv4Scope 10.0.0.0</code>
/// Removes the scope of a subnet, and its leases.
/// </example>
[Cmdlet(VerbsCommon.Remove, "LabDhcpServerv4Scope", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class RemoveLabDhcpServerv4ScopeCommand : DhcpScopeCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request(DhcpServerv4Scope target) =>
        new RemoveAddressPool { AddressPool = target.Key };
}
