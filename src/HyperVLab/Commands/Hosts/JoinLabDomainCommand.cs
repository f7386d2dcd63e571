using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Hosts;

/// <summary>Makes computers members of a domain with their next restart.</summary>
/// <remarks>
/// It is what Add-Computer does, at the computer's own console. The domain's controller must run. Domain Admins become
/// local administrators of the computer.
/// </remarks>
/// <example>
/// <code>Join-LabDomain lab.local -ComputerName HVR2NODO1, HVR2NODO2 -Restart</code>
/// Joins two hosts and restarts them.
/// </example>
[Cmdlet(VerbsCommon.Join, "LabDomain", SupportsShouldProcess = true)]
[OutputType(typeof(HostComputer))]
public sealed class JoinLabDomainCommand : LabPassthruJobCmdlet<HostComputer>
{
    /// <summary>The domain's DNS or NetBIOS name.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("DN", "Domain")]
    [ArgumentCompleter(typeof(NameCompleter<DomainView>))]
    [ValidateNotNullOrEmpty]
    public string DomainName { get; set; } = null!;

    /// <summary>
    /// The computers' names. Without it, the host that was entered with Enter-LabHost, or the only host of the lab.
    /// </summary>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Name", "Cn")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <summary>Restarts the computers, so that they become members.</summary>
    [Parameter]
    public SwitchParameter Restart { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<HostComputer> Targets() =>
        HostTargets.Find(Handle, ComputerName, action => Guard(action));

    /// <inheritdoc/>
    private protected override LabRequest Request(HostComputer target) =>
        new JoinDomain { Computer = target.Key, DomainName = DomainName, Restart = Restart };
}
