using System.Management.Automation;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts;
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

    /// <inheritdoc/>
    private protected override void Process()
    {
        if (ParameterSetName == "VMId")
        {
            ReadOfVMs();
        }
        else
        {
            base.Process();
        }
    }

    /// <inheritdoc/>
    private protected override void ReadHere(string path) => WriteObject(VhdTargets.ReadHere(path));

    /// <inheritdoc/>
    private protected override void ReadThere(LabHandle lab, PhysicalComputerView computer, string path) =>
        WriteObject(VhdTargets.Read(lab, computer.Name, path));

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
