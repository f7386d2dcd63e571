using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Lets network adapters take their addresses from a pool, or not, and makes routers of computers.</summary>
/// <example>
/// <code>Set-LabNetIPInterface 'Local Area Connection' -Dhcp Enabled -ComputerName BLADE1</code>
/// Gives up a static address and asks the pool for one.
/// </example>
/// <example>
/// <code>Set-LabNetIPInterface "Local Area Connection 2" -Forwarding Enabled -ComputerName DC1</code>
/// Lets DC1 forward what comes in by an adapter: it is the gateway of the computers there.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabNetIPInterface", SupportsShouldProcess = true)]
[OutputType(typeof(NetIPAddress))]
public sealed class SetLabNetIPInterfaceCommand : AddressRequestCmdlet
{
    /// <summary>The adapters' names.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ifAlias")]
    [ArgumentCompleter(typeof(NameCompleter<NetworkAdapterView>))]
    [ValidateNotNullOrEmpty]
    public string[] InterfaceAlias { get; set; } = null!;

    /// <summary>Enabled to take addresses from a pool, Disabled to have none until one is given.</summary>
    [Parameter]
    [ValidateNotNull]
    public Engine.Networking.DhcpState? Dhcp { get; set; }

    /// <summary>
    /// Enabled to forward what comes in by it and is for others: a computer with such adapters in two subnets is a
    /// router between them.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public Engine.Networking.Forwarding? Forwarding { get; set; }

    /// <summary>Writes the addresses that the adapters have then.</summary>
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
                new SetNetIPInterface
                {
                    Computer = ComputerNames.Host(Handle, ComputerName),
                    InterfaceAlias = alias,
                    Dhcp = Dhcp,
                    Forwarding = Forwarding,
                },
                alias,
                PassThru));
        }
    }
}
