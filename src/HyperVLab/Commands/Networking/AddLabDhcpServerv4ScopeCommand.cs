using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Lets a computer give away a range of addresses of a subnet that it stands in.</summary>
/// <remarks>
/// A scope is a pool of addresses, as New-LabAddressPool makes one, with a computer that serves it: while that does not
/// run, or a VLAN keeps what is asked from it, nobody gets an address. Who asks in vain, also because all are taken,
/// takes one of 169.254.0.0/16. A network has one scope or pool.
/// </remarks>
/// <example>
/// <code>Add-LabDhcpServerv4Scope 10.0.0.50 10.0.0.99 -Name Lab -SubnetMask 255.255.255.0 -ComputerName DC1</code>
/// Lets DC1 serve the subnet of one of its adapters.
/// </example>
[Cmdlet(VerbsCommon.Add, "LabDhcpServerv4Scope", SupportsShouldProcess = true)]
[OutputType(typeof(DhcpServerv4Scope))]
public sealed class AddLabDhcpServerv4ScopeCommand : LabChangeCmdlet
{
    /// <summary>The first address.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string StartRange { get; set; } = null!;

    /// <summary>The last address.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string EndRange { get; set; } = null!;

    /// <summary>The scope's name, unique in the lab.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = null!;

    /// <summary>The subnet's mask.</summary>
    [Parameter(Mandatory = true, Position = 3, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string SubnetMask { get; set; } = null!;

    /// <summary>For how long an address is given away. The default is eight days.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    public TimeSpan? LeaseDuration { get; set; }

    /// <summary>The computer. Without it, the host entered with Enter-LabHost, or the only host of the lab.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Cn")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string? ComputerName { get; set; }

    /// <summary>Writes the scope.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        var request = new AddDhcpServerv4Scope
        {
            Computer = ComputerNames.Host(Handle, ComputerName),
            Name = Name,
            StartRange = StartRange,
            EndRange = EndRange,
            SubnetMask = SubnetMask,
            LeaseDuration = LeaseDuration,
        };
        if (Change(Handle, request, Name, out _) is AddressPool made && PassThru)
        {
            WriteObject(LabObjects.Of(Handle, Handle.Lab.View<DhcpScopeView>(made.Number)!));
        }
    }
}
