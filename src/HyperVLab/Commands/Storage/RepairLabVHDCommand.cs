using System.Management.Automation;
using HyperVLab.Disks.Operations;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Commands.Storage;

/// <summary>
/// Mends the structures of virtual hard disks, without a guess at anybody's data, and writes what it mended.
/// </summary>
/// <remarks>
/// It mends what stands in the file twice, or can be told from the rest of it: the copies of a VHD's footer and its
/// checksums, and a VHDX whose log was not replayed. What is lost is not in the file, and such a disk is refused; no
/// byte of it changes. Test-LabVHD -Detailed says beforehand what can be mended.
/// </remarks>
/// <example>
/// <code>Repair-LabVHD ./web01.vhd</code>
/// Mends a disk of this computer and lists what was wrong.
/// </example>
/// <example>
/// <code>Get-ChildItem *.vhd | Where-Object { -not (Test-LabVHD $_ -WarningAction Ignore) } | Repair-LabVHD</code>
/// Mends the disks of the present folder that cannot be used.
/// </example>
[Cmdlet(VerbsDiagnostic.Repair, "LabVHD", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
[OutputType(typeof(VirtualHardDiskDefect))]
public sealed class RepairLabVHDCommand : VhdPathCmdlet
{
    /// <inheritdoc/>
    private protected override void ChangeHere(string path)
    {
        VhdTargets.DemandOwn(path);
        if (ShouldProcess(path))
        {
            Write(LocalDiskOperations.Repair(path), Environment.MachineName, path);
        }
    }

    /// <inheritdoc/>
    private protected override void ChangeThere(LabHandle lab, PhysicalComputerView computer, string path)
    {
        var query = new VirtualHardDiskDefectsQuery(new(computer.Key), path);
        IReadOnlyList<DiskDefect> before = lab.Lab.Ask(query);
        Change(lab, new RepairVHD { Computer = new(computer.Key), Path = path }, path, out bool done);
        if (done)
        {
            HashSet<DiskDefect> left = [.. lab.Lab.Ask(query)];
            Write(before.Where(defect => defect.CanRepair && !left.Contains(defect)), computer.Name, path);
        }
    }

    private void Write(IEnumerable<DiskDefect> mended, string computerName, string path)
    {
        foreach (DiskDefect defect in mended)
        {
            WriteObject(new VirtualHardDiskDefect(defect, computerName, path));
        }
    }
}
