using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Gets the teams that are embedded in virtual switches.</summary>
/// <example>
/// <code>Get-LabVMSwitchTeam VMs -ComputerName HV1</code>
/// Shows the members of a switch and by what they balance.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabVMSwitchTeam", DefaultParameterSetName = "Name")]
[OutputType(typeof(VMSwitchTeam))]
public sealed class GetLabVMSwitchTeamCommand : LabCmdlet
{
    /// <summary>The switches' name. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ParameterSetName = "Name")]
    [Alias("SwitchName")]
    [ArgumentCompleter(typeof(NameCompleter<VirtualSwitchView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The switches, as Get-LabVMSwitch writes them.</summary>
    [Parameter(Position = 0, ParameterSetName = "SwitchObject", ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public VMSwitch[]? VMSwitch { get; set; }

    /// <summary>
    /// Only the switches of these hosts. Without it, of the host entered with Enter-LabHost, or of the whole lab.
    /// </summary>
    [Parameter]
    [Alias("PSComputerName", "Cn")]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        IReadOnlySet<int>? scope = ComputerNames.Scope(Handle, ComputerName);
        HashSet<int>? given = VMSwitch is null ? null : [.. VMSwitch.Select(static one => one.Number)];
        WriteObject(
            Named<VMSwitchTeamView, VMSwitchTeam>(
                Name is null ? null : [Name],
                view => view.Settings is not null
                    && (given?.Contains(view.Key) ?? true)
                    && (scope?.Contains(view.ComputerKey) ?? true)),
            enumerateCollection: true);
    }
}
