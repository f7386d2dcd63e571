using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Networking;

/// <summary>Lets a range of addresses be given away in a network.</summary>
/// <remarks>Computers and guests that are set to take their address from a pool get the lowest free one.</remarks>
/// <example>
/// <code>New-LabAddressPool Lm -PhysicalSwitchName Migration -StartRange 10.0.0.10 -EndRange 10.0.0.99</code>
/// Serves a network of its own.
/// </example>
[Cmdlet(VerbsCommon.New, "LabAddressPool", SupportsShouldProcess = true)]
[OutputType(typeof(AddressPool))]
public sealed class NewLabAddressPoolCommand : LabRequestCmdlet
{
    /// <summary>The pool's name, unique in the lab.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = null!;

    /// <summary>The switch whose network it serves.</summary>
    [Parameter(Mandatory = true)]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalSwitchView>))]
    [ValidateNotNullOrEmpty]
    public string PhysicalSwitchName { get; set; } = null!;

    /// <summary>The first address.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string StartRange { get; set; } = null!;

    /// <summary>The last address.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string EndRange { get; set; } = null!;

    /// <summary>How many leading bits name the subnet. The default is 24.</summary>
    [Parameter]
    public byte PrefixLength { get; set; } = 24;

    /// <summary>The subnet's gateway.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? DefaultGateway { get; set; }

    /// <summary>The name server.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? DnsServer { get; set; }

    /// <summary>
    /// The computer that serves it: while that does not run or is not reached, nobody gets an address. Without it, the
    /// network itself does, for what is in no VLAN.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<Engine.Hosts.PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string? ComputerName { get; set; }

    /// <summary>For how long an address is given away. The default is eight days.</summary>
    [Parameter]
    [ValidateNotNull]
    public TimeSpan? LeaseDuration { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => Name;

    /// <inheritdoc/>
    private protected override LabRequest Request() => new NewAddressPool
    {
        Name = Name,
        PhysicalSwitch = new Key<Engine.Networking.PhysicalSwitch>(
            ThingNames.FindOne<PhysicalSwitchView>(Handle, PhysicalSwitchName).Key),
        StartRange = StartRange,
        EndRange = EndRange,
        PrefixLength = PrefixLength,
        DefaultGateway = DefaultGateway,
        DnsServer = DnsServer,
        Server = ComputerName is null ? null : ComputerNames.Host(Handle, ComputerName),
        LeaseDuration = LeaseDuration,
    };
}
