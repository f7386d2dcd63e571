using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Gets the lab's physical switches.</summary>
/// <example>
/// <code>Get-LabPhysicalSwitch</code>
/// Lists the switches with their ports.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabPhysicalSwitch")]
[OutputType(typeof(PhysicalSwitch))]
public sealed class GetLabPhysicalSwitchCommand : LabCmdlet
{
    /// <summary>The switches' names. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalSwitchView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    private protected override void Process() =>
        WriteObject(Named<PhysicalSwitchView, PhysicalSwitch>(Name), enumerateCollection: true);
}
