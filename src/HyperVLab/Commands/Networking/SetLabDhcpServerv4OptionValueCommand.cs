using System.Management.Automation;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Says which gateway and name server come with the addresses of DHCP scopes.</summary>
/// <remarks>Who has an address keeps what came with it until it asks for another one.</remarks>
/// <example>
/// <code>Set-LabDhcpServerv4OptionValue 192.168.10.0 -Router 192.168.10.1 -DnsServer 192.168.10.10</code>
/// Sets both for the scope of a subnet.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabDhcpServerv4OptionValue", SupportsShouldProcess = true)]
[OutputType(typeof(DhcpServerv4Scope))]
public sealed class SetLabDhcpServerv4OptionValueCommand : DhcpScopeCmdlet
{
    /// <summary>The gateway.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Router { get; set; }

    /// <summary>The name server.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? DnsServer { get; set; }

    /// <summary>Writes the scopes.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override bool WritesTarget => PassThru;

    /// <inheritdoc/>
    private protected override LabRequest Request(DhcpServerv4Scope target) =>
        new SetDhcpServerv4OptionValue { Scope = target.Key, Router = Router, DnsServer = DnsServer };
}
