using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Gives the cables from physical switches to those above them another speed.</summary>
/// <remarks>
/// All traffic between computers on different sides of the cable shares it, each way by itself: transfers, flows and
/// live migrations. This cmdlet has no counterpart in the real modules.
/// </remarks>
/// <example>
/// <code>Set-LabPhysicalSwitch Floor2 -UplinkSpeedBitsPerSecond 10000000000</code>
/// Gives the switch an uplink of 10 Gbit/s; what goes over it is faster from now on.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabPhysicalSwitch", SupportsShouldProcess = true)]
[OutputType(typeof(PhysicalSwitch))]
public sealed class SetLabPhysicalSwitchCommand : LabPassthruCmdlet<PhysicalSwitch>
{
    /// <summary>The switches' names. Wildcards are permitted.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalSwitchView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = null!;

    /// <summary>How fast the cable is, in bits a second each way; 0 lets it hold nothing back.</summary>
    [Parameter(Mandatory = true)]
    public long UplinkSpeedBitsPerSecond { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<PhysicalSwitch> Targets() =>
        Named<PhysicalSwitchView, PhysicalSwitch>(Name);

    /// <inheritdoc/>
    private protected override LabRequest Request(PhysicalSwitch target) => new SetPhysicalSwitch
    {
        PhysicalSwitch = new(target.Number),
        UplinkSpeedBitsPerSecond = UplinkSpeedBitsPerSecond,
    };
}
