using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Storage;

/// <summary>Makes a datastore of a disk of a VMware ESX host.</summary>
/// <remarks>
/// It is done in VirtualCenter's own client. Every ESX host that shows the disk has the datastore, and others have it
/// once they show the disk (Update-LabHostStorageCache). Paths on it are written as VMware does: [shared]
/// web01/web01.vmdk. This cmdlet has no counterpart in the real modules.
/// </remarks>
/// <example>
/// <code>New-LabDatastore shared -ComputerName ESX1 -DiskNumber 1</code>
/// Makes the datastore [shared] of disk 1 of ESX1.
/// </example>
[Cmdlet(VerbsCommon.New, "LabDatastore", SupportsShouldProcess = true)]
[OutputType(typeof(DiskVolume))]
public sealed class NewLabDatastoreCommand : LabRequestCmdlet
{
    /// <summary>Its name.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = null!;

    /// <summary>The host.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string ComputerName { get; set; } = null!;

    /// <summary>The disk's number on the host.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Number")]
    public int DiskNumber { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => Name;

    /// <inheritdoc/>
    private protected override LabRequest Request() => new NewDatastore
    {
        Name = Name,
        Computer = ComputerNames.Host(Handle, ComputerName),
        DiskNumber = DiskNumber,
    };
}
