using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Views;
using PhysicalSwitch = HyperVLab.Objects.PhysicalSwitch;
using PhysicalSwitchPort = HyperVLab.Objects.PhysicalSwitchPort;

namespace HyperVLab.Commands.Networking;

/// <summary>Gets the ports of physical switches that something is plugged into.</summary>
/// <example>
/// <code>Get-LabPhysicalSwitchPort Management</code>
/// Lists its ports with their VLANs and what passed them.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabPhysicalSwitchPort")]
[OutputType(typeof(PhysicalSwitchPort))]
public sealed class GetLabPhysicalSwitchPortCommand : LabCmdlet
{
    /// <summary>Only those of these switches. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Name")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalSwitchView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? SwitchName { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        foreach (PhysicalSwitch one in Named<PhysicalSwitchView, PhysicalSwitch>(SwitchName))
        {
            WriteObject(
                one.Handle.Lab.Ask(new PhysicalSwitchPortQuery(one.Number))
                    .Select(view => new PhysicalSwitchPort(view)),
                enumerateCollection: true);
        }
    }
}
