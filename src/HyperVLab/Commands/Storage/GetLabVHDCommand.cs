using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Storage;

/// <summary>Reads virtual hard disks' own bytes: in volumes of a lab's hosts, or in this computer's own file
/// system.</summary>
/// <example>
/// <code>Get-LabVHD C:\ClusterStorage\Volume1\web01\web01.vhd -ComputerName HVR2NODO1</code>
/// Shows the disk, and in LocalPath the file on this computer.
/// </example>
/// <example>
/// <code>Get-ChildItem *.vhd | Get-LabVHD</code>
/// Shows the disks in the present folder of this computer.
/// </example>
/// <example>
/// <code>Get-LabVM web01 | Get-LabVHD</code>
/// Shows the disks of a virtual machine.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabVHD", DefaultParameterSetName = "Path")]
[OutputType(typeof(VirtualHardDisk))]
public sealed class GetLabVHDCommand : LabCmdlet
{
    /// <summary>
    /// The paths: full paths of the host where -ComputerName is given or a host was entered with Enter-LabHost, else
    /// paths of this computer, where wildcards are permitted.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Path", ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true)]
    [Alias("FullName")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = null!;

    /// <summary>Paths of this computer in which no character is a wildcard.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "LiteralPath")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = null!;

    /// <summary>The identifiers of virtual machines, whose disks are meant.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "VMId", ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ValidateNotNullOrEmpty]
    public Guid[] VMId { get; set; } = null!;

    /// <summary>
    /// The hosts' names. Without it, the host that was entered with Enter-LabHost, or this computer's own file system.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        switch (ParameterSetName)
        {
            case "VMId":
                ReadOfVMs();
                break;
            case "LiteralPath":
                ReadHere(LiteralPath.Select(path => LocalPath.Of(this, path)));
                break;
            default:
                ReadPaths();
                break;
        }
    }

    private void ReadPaths()
    {
        foreach (string? host in VhdTargets.Hosts(this, ComputerName))
        {
            foreach (string path in Path)
            {
                if (host is null)
                {
                    Guard(() => ReadHere(VhdTargets.Expand(this, path)), path);
                }
                else
                {
                    Guard(() => WriteObject(VhdTargets.Read(Handle, host, path)), path);
                }
            }
        }
    }

    private void ReadHere(IEnumerable<string> paths)
    {
        foreach (string path in paths)
        {
            Guard(() => WriteObject(VhdTargets.ReadHere(path)), path);
        }
    }

    private void ReadOfVMs()
    {
        foreach (VMHardDiskDriveView drive in Handle.Lab.Views<VMHardDiskDriveView>())
        {
            if (VMId.Contains(drive.VMId))
            {
                Guard(() => WriteObject(VhdTargets.Read(Handle, drive.ComputerName, drive.Path)), drive.Path);
            }
        }
    }
}
