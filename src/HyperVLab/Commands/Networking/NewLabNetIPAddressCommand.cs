using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Gives a network adapter a static address.</summary>
/// <remarks>
/// It replaces an address from a pool, which goes back. The name server is set with Set-LabDnsClientServerAddress.
/// </remarks>
/// <example>
/// <code>New-LabNetIPAddress 192.168.10.21 -InterfaceAlias 'Local Area Connection' -ComputerName BLADE1</code>
/// Sets the address of a blade.
/// </example>
[Cmdlet(VerbsCommon.New, "LabNetIPAddress", SupportsShouldProcess = true)]
[OutputType(typeof(NetIPAddress))]
public sealed class NewLabNetIPAddressCommand : AddressRequestCmdlet
{
    /// <summary>The address.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("LocalAddress")]
    [ValidateNotNullOrEmpty]
    public string IPAddress { get; set; } = null!;

    /// <summary>The adapter's name.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ifAlias")]
    [ArgumentCompleter(typeof(NameCompleter<NetworkAdapterView>))]
    [ValidateNotNullOrEmpty]
    public string InterfaceAlias { get; set; } = null!;

    /// <summary>How many leading bits name the subnet. The default is 24.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public byte PrefixLength { get; set; } = 24;

    /// <summary>Where what is for other subnets goes.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? DefaultGateway { get; set; }

    /// <summary>The computer. Without it, the host entered with Enter-LabHost, or the only host of the lab.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("PSComputerName", "Cn")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string? ComputerName { get; set; }

    /// <inheritdoc/>
    private protected override void Process() => Apply(
        new NewNetIPAddress
        {
            Computer = ComputerNames.Host(Handle, ComputerName),
            InterfaceAlias = InterfaceAlias,
            IPAddress = IPAddress,
            PrefixLength = PrefixLength,
            DefaultGateway = DefaultGateway,
        },
        IPAddress,
        isWritten: true);
}
