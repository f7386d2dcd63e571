using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Hosts;

/// <summary>Gets physical computers of the lab: the Hyper-V hosts, unless others are asked for.</summary>
/// <remarks>
/// A host that is asked for by name is written whatever its role. The domain's controller and the administrator's
/// workstation are listed with -Role.
/// </remarks>
/// <example>
/// <code>Get-LabHost</code>
/// Lists the hosts with their chassis, edition and state.
/// </example>
/// <example>
/// <code>Get-LabHost -Role DomainController, Workstation</code>
/// Lists the other computers.
/// </example>
/// <example>
/// <code>Get-LabHost | Where-Object RestartPending</code>
/// Lists the hosts on which something waits for a restart.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabHost")]
[OutputType(typeof(HostComputer))]
public sealed class GetLabHostCommand : LabCmdlet
{
    /// <summary>The computers' names. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ComputerName", "Cn")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>What the computers are there for. Without it and -Name, Hyper-V hosts.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public ComputerRole[]? Role { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        ComputerRole[]? roles = Role ?? (Name is null ? [ComputerRole.HyperVHost] : null);
        WriteObject(
            Named<PhysicalComputerView, HostComputer>(Name, view => roles?.Contains(view.Role) ?? true),
            enumerateCollection: true);
    }
}
