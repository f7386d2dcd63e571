using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Gets the integration services of virtual machines.</summary>
/// <remarks>
/// A service works if it is enabled, and a guest that has booted brings its side along. PrimaryStatusDescription is OK
/// then, No Contact while nothing was heard, and empty without power; the heartbeat of a guest that hangs is Lost
/// Communication. Where the guest's side is older than the host's, SecondaryStatusDescription says so. Hosts before
/// Windows Server 2012 R2 have no Guest Service Interface.
/// </remarks>
/// <example>
/// <code>Get-LabVMIntegrationService web01</code>
/// Lists the services of web01.
/// </example>
/// <example>
/// <code>Get-LabVM | Get-LabVMIntegrationService -Name Heartbeat | Where-Object PrimaryStatusDescription -NE OK</code>
/// Lists the machines whose guests are not heard.
/// </example>
/// <example>
/// <code>Get-LabVMSnapshot web01 -Name before | Get-LabVMIntegrationService</code>
/// Lists the services that web01 was offered at its checkpoint.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabVMIntegrationService", DefaultParameterSetName = "VMName")]
[OutputType(typeof(VMIntegrationComponent), typeof(VMSnapshotIntegrationComponent))]
public sealed class GetLabVMIntegrationServiceCommand : VMReadingCmdlet
{
    /// <summary>The checkpoint, as Get-LabVMSnapshot writes it.</summary>
    [Parameter(ParameterSetName = "VMSnapshot", Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("VMCheckpoint")]
    [ValidateNotNull]
    public VMSnapshot VMSnapshot { get; set; } = null!;

    /// <summary>The services' names. Wildcards are permitted. Without it, all.</summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(IntegrationServiceCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        if (ParameterSetName == "VMSnapshot")
        {
            WriteObject(VMIntegrationServiceTargets.Find(VMSnapshot, Name), enumerateCollection: true);
            return;
        }

        WriteObject(VMIntegrationServiceTargets.Find(Machines, Name), enumerateCollection: true);
    }
}
