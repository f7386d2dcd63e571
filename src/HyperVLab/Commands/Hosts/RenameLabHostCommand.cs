using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Hosts;

/// <summary>Gives a computer another name, which it takes with its next restart.</summary>
/// <remarks>
/// It is done at the computer's own console, so it works before the computer is in a domain.
/// </remarks>
/// <example>
/// <code>Rename-LabHost -ComputerName BLADE1 -NewName HVR2NODO1 -Restart</code>
/// Renames BLADE1 and restarts it.
/// </example>
[Cmdlet(VerbsCommon.Rename, "LabHost", SupportsShouldProcess = true)]
[OutputType(typeof(HostComputer))]
public sealed class RenameLabHostCommand : LabPassthruJobCmdlet<HostComputer>
{
    /// <summary>The new name: 1 to 15 letters, digits and hyphens.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string NewName { get; set; } = null!;

    /// <summary>
    /// The computer's present name. Without it, the host that was entered with Enter-LabHost, or the only host of the
    /// lab.
    /// </summary>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Name", "Cn")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string? ComputerName { get; set; }

    /// <summary>Restarts the computer, so that it takes the name.</summary>
    [Parameter]
    public SwitchParameter Restart { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<HostComputer> Targets() =>
        HostTargets.Find(Handle, ComputerName is null ? null : [ComputerName], action => Guard(action));

    /// <inheritdoc/>
    private protected override LabRequest Request(HostComputer target) =>
        new RenameHost { Computer = target.Key, NewName = NewName, Restart = Restart };
}
