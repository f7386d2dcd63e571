using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Hosts;

/// <summary>Gets the blade chassis of the lab.</summary>
/// <example>
/// <code>Get-LabChassis</code>
/// Lists the chassis with the blades in their bays.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabChassis")]
[OutputType(typeof(BladeChassis))]
public sealed class GetLabChassisCommand : LabCmdlet
{
    /// <summary>The chassis' names. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NameCompleter<ChassisView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    private protected override void Process() =>
        WriteObject(Named<ChassisView, BladeChassis>(Name), enumerateCollection: true);
}
