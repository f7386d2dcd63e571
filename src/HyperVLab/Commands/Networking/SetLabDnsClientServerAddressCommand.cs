using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Says which name server network adapters ask.</summary>
/// <example>
/// <code>Set-LabDnsClientServerAddress 'Local Area Connection' 192.168.10.10 -ComputerName BLADE1</code>
/// Lets a blade with a static address ask the domain's controller.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabDnsClientServerAddress", SupportsShouldProcess = true)]
[OutputType(typeof(NetIPAddress))]
public sealed class SetLabDnsClientServerAddressCommand : AddressRequestCmdlet
{
    /// <summary>The adapters' names.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ifAlias")]
    [ArgumentCompleter(typeof(NameCompleter<NetworkAdapterView>))]
    [ValidateNotNullOrEmpty]
    public string[] InterfaceAlias { get; set; } = null!;

    /// <summary>The name servers, of which the first one is asked.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("Addresses")]
    [ValidateNotNullOrEmpty]
    public string[]? ServerAddresses { get; set; }

    /// <summary>Asks the pool's name server again, or none where the address is static.</summary>
    [Parameter]
    [Alias("ResetAddresses")]
    public SwitchParameter ResetServerAddresses { get; set; }

    /// <summary>Writes the addresses of the adapters.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>The computer. Without it, the host entered with Enter-LabHost, or the only host of the lab.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("PSComputerName", "Cn")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string? ComputerName { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        foreach (string alias in InterfaceAlias)
        {
            Guard(() => Apply(
                new SetDnsClientServerAddress
                {
                    Computer = ComputerNames.Host(Handle, ComputerName),
                    InterfaceAlias = alias,
                    ServerAddresses = ServerAddresses,
                    ResetServerAddresses = ResetServerAddresses,
                },
                alias,
                PassThru));
        }
    }
}
