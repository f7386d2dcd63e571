using System.Management.Automation;
using HyperVLab.Disks.Operations;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Commands.Storage;

/// <summary>
/// Tests whether virtual hard disks can be used: their structures, the blocks of their files, and their chains.
/// </summary>
/// <remarks>
/// It writes True or False for each disk, and what it found as warnings. A disk with warnings only can be used, though
/// other programs may stumble over it.
/// </remarks>
/// <example>
/// <code>Test-LabVHD ./web01.vhd</code>
/// Writes True where the disk of this computer can be used.
/// </example>
/// <example>
/// <code>Get-ChildItem *.vhd* | Test-LabVHD -Detailed | Where-Object CanRepair</code>
/// Lists what Repair-LabVHD would mend in the disks of the present folder.
/// </example>
/// <example>
/// <code>Test-LabVHD C:\ClusterStorage\Volume1\web01\web01.vhd -ComputerName HVR2NODO1</code>
/// Tests a disk of a lab's host.
/// </example>
[Cmdlet(VerbsDiagnostic.Test, "LabVHD", DefaultParameterSetName = "Path")]
[OutputType(typeof(bool), typeof(VirtualHardDiskDefect))]
public sealed class TestLabVHDCommand : VhdReadingCmdlet
{
    /// <summary>Writes what is wrong as objects, and nothing for a disk without a defect.</summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }

    /// <inheritdoc/>
    private protected override void ReadHere(string path) => Write(
        new DiskWorker(this).Run(
            "Testing", path, work => LocalDiskOperations.Check(path, DateTimeOffset.UtcNow, work)),
        Environment.MachineName,
        path);

    /// <inheritdoc/>
    private protected override void ReadThere(LabHandle lab, PhysicalComputerView computer, string path) => Write(
        lab.Lab.Ask(new VirtualHardDiskDefectsQuery(new(computer.Key), path)), computer.Name, path);

    private void Write(IReadOnlyList<DiskDefect> defects, string computerName, string path)
    {
        foreach (DiskDefect defect in defects)
        {
            if (Detailed)
            {
                WriteObject(new VirtualHardDiskDefect(defect, computerName, path));
            }
            else
            {
                WriteWarning($"{path}: {defect}");
            }
        }

        if (!Detailed)
        {
            WriteObject(defects.All(static defect => defect.Severity == DiskDefectSeverity.Warning));
        }
    }
}
