using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking.Requests;

namespace HyperVLab.Commands.Networking;

/// <summary>Takes addresses off network adapters.</summary>
/// <remarks>The adapter has none then. Set-LabNetIPInterface -Dhcp Enabled lets it ask a pool.</remarks>
/// <example>
/// <code>Remove-LabNetIPAddress 192.168.10.21 -ComputerName HVR2NODO1</code>
/// Takes a static address off.
/// </example>
[Cmdlet(VerbsCommon.Remove, "LabNetIPAddress", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class RemoveLabNetIPAddressCommand : AddressRequestCmdlet
{
    /// <summary>The addresses.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("LocalAddress")]
    [ValidateNotNullOrEmpty]
    public string[] IPAddress { get; set; } = null!;

    /// <summary>The computer. Without it, the host entered with Enter-LabHost, or the only host of the lab.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("PSComputerName", "Cn")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string? ComputerName { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        foreach (string address in IPAddress)
        {
            Guard(() => Apply(
                new RemoveNetIPAddress
                {
                    Computer = ComputerNames.Host(Handle, ComputerName),
                    IPAddress = address,
                },
                address,
                isWritten: false));
        }
    }
}
