using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Commands.Hosts;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Storage;

/// <summary>Lets computers look for disks and volumes that are new or gone.</summary>
/// <remarks>
/// Newly found shared disks are offline, as the SAN policy of Windows Server 2008 R2 has it.
/// </remarks>
/// <example>
/// <code>Update-LabHostStorageCache -ComputerName HVR2NODO1, HVR2NODO2</code>
/// Lets two hosts find newly mapped LUNs: once a path where multipath I/O has not claimed them.
/// </example>
[Cmdlet(VerbsData.Update, "LabHostStorageCache", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class UpdateLabHostStorageCacheCommand : LabChangeCmdlet
{
    /// <summary>
    /// The computers' names. Without it, the host that was entered with Enter-LabHost, or the only host of the lab.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Cn")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        foreach (HostComputer host in HostTargets.Find(Handle, ComputerName, action => Guard(action)))
        {
            var request = new UpdateHostStorageCache { Computer = host.Key };
            Guard(() => Change(host.Handle, request, host.Name, out _), host);
        }
    }
}
