using System.Management.Automation;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Mounting;
using HyperVLab.Objects;
using HyperVLab.Session;

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
/// <code>Get-LabVMHardDiskDrive web01 | Get-LabVHD</code>
/// Shows the disks of a virtual machine, as Get-LabVM web01 | Select-Object VMId | Get-LabVHD does.
/// </example>
/// <example>
/// <code>Get-LabVHD -DiskNumber 2 -ComputerName HOST1</code>
/// Shows the disk that is mounted as number 2.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabVHD", DefaultParameterSetName = "Path")]
[OutputType(typeof(VirtualHardDisk))]
public sealed class GetLabVHDCommand : VhdReadingCmdlet
{
    /// <summary>The identifiers of virtual machines, whose disks are meant.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "VMId", ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ValidateNotNullOrEmpty]
    public Guid[] VMId { get; set; } = null!;

    /// <summary>The number of the disk as which a virtual hard disk is mounted.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Disk", ValueFromPipelineByPropertyName = true)]
    [Alias("Number")]
    [ValidateNotNull]
    public uint DiskNumber { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        switch (ParameterSetName)
        {
            case "VMId":
                ReadOfVMs();
                break;
            case "Disk":
                ReadMounted();
                break;
            default:
                base.Process();
                break;
        }
    }

    /// <inheritdoc/>
    private protected override void ReadHere(string path) => WriteObject(VhdTargets.ReadHere(path));

    /// <inheritdoc/>
    private protected override void ReadThere(LabHandle lab, PhysicalComputerView computer, string path) =>
        WriteObject(VhdTargets.Read(lab, computer.Name, path));

    private void ReadMounted()
    {
        foreach (string? host in VhdTargets.Hosts(this, ComputerName))
        {
            Guard(
                () => WriteObject(host is null
                    ? VhdTargets.ReadHere(LocalMounts.PathOf(DiskNumber))
                    : VhdTargets.Read(Handle, host, VhdTargets.MountedPath(Handle, host, DiskNumber))),
                DiskNumber);
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
