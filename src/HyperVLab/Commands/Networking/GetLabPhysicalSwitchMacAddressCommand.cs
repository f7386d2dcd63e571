using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Gets the MAC tables of physical switches: which address was last seen behind which port.</summary>
/// <remarks>
/// A switch learns from the frames that pass. It forgets an address that has sent nothing for five minutes, and
/// everything behind a port whose link goes down. A virtual machine announces itself when it boots and after a
/// migration.
/// </remarks>
/// <example>
/// <code>Get-LabPhysicalSwitchMacAddress -SwitchName Management</code>
/// Shows what the switch knows now.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabPhysicalSwitchMacAddress")]
[OutputType(typeof(SwitchMacAddress))]
public sealed class GetLabPhysicalSwitchMacAddressCommand : LabCmdlet
{
    /// <summary>Only those of these switches. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Name")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalSwitchView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? SwitchName { get; set; }

    /// <summary>Shows what a switch has forgotten by its age, too.</summary>
    [Parameter]
    public SwitchParameter IncludeAged { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        HashSet<int> switches =
            [.. Named<PhysicalSwitchView, PhysicalSwitch>(SwitchName).Select(static known => known.Key.Number)];
        WriteObject(
            Named<SwitchEntryView, SwitchMacAddress>(
                null, view => switches.Contains(view.SwitchKey) && (IncludeAged || !view.HasAged)),
            enumerateCollection: true);
    }
}
