using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;
using HyperVLab.Mounting;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Commands.Storage;

/// <summary>
/// Ends what Mount-LabVHD began: clients are left, what they wrote is made durable, and the file is closed.
/// </summary>
/// <remarks>
/// A disk of this computer is dismounted by the process that mounted it; another is told which that is. A lab's journal
/// keeps the length that the file of a disk of a host has then, since what was written to it came past the lab.
/// </remarks>
/// <example>
/// <code>Dismount-LabVHD ./web01.vhd</code>
/// Dismounts a disk of this computer.
/// </example>
/// <example>
/// <code>Get-LabVHD *.vhd | Where-Object Attached | Dismount-LabVHD</code>
/// Dismounts all disks of the present folder.
/// </example>
/// <example>
/// <code>Dismount-LabVHD -DiskNumber 2 -ComputerName HOST1 -Passthru</code>
/// Dismounts the disk that HOST1 has mounted as its disk 2, and writes it as it is now.
/// </example>
[Cmdlet(VerbsData.Dismount, "LabVHD", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
[OutputType(typeof(VirtualHardDisk))]
public sealed class DismountLabVHDCommand : LabChangeCmdlet
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

    /// <summary>The paths, in which no character is a wildcard.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "LiteralPath", ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = null!;

    /// <summary>The number under which the disk is mounted.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Disk", ValueFromPipelineByPropertyName = true)]
    [Alias("Number")]
    public uint DiskNumber { get; set; }

    /// <summary>
    /// The length, in bytes, that a lab's tables are to have of the disk's file, as the scripts of a journal give it:
    /// what was written to the disk is in no journal. Without it, the length that the file has.
    /// </summary>
    [Parameter]
    public ulong FileSizeBytes { get; set; }

    /// <summary>
    /// The hosts' names. Without it, the host that was entered with Enter-LabHost, or this computer's own file system.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <summary>Writes the disks as they are then. Without it, nothing is written.</summary>
    [Parameter]
    public SwitchParameter Passthru { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        if (ParameterSetName != "Disk")
        {
            bool areLiteral = ParameterSetName == "LiteralPath";
            var visitor = new VhdFileVisitor(this, Guard) { Here = DismountHere, There = DismountThere };
            visitor.Visit(ComputerName, areLiteral ? LiteralPath : Path, areLiteral);
            return;
        }

        foreach (string? host in VhdTargets.Hosts(this, ComputerName))
        {
            Guard(() => DismountNumber(host), DiskNumber);
        }
    }

    private void DismountNumber(string? host)
    {
        if (host is null)
        {
            DismountHere(LocalMounts.PathOf(DiskNumber));
            return;
        }

        PhysicalComputerView computer = ComputerNames.HostView(Handle, host);
        DismountThere(Handle, computer, VhdTargets.MountedPath(Handle, host, DiskNumber));
    }

    private void DismountHere(string path)
    {
        if (ShouldProcess(path))
        {
            LocalMounts.Dismount(path);
            if (Passthru)
            {
                WriteObject(VhdTargets.ReadHere(path));
            }
        }
    }

    private void DismountThere(LabHandle lab, PhysicalComputerView computer, string path)
    {
        MountedDiskView mount = lab.Lab.Ask(new MountedDiskQuery(new(computer.Key), path));
        if (!ShouldProcess(path))
        {
            return;
        }

        ResultOf(lab, Wait(lab, lab.Mounts.Dismount(mount, path, FileLength)));
        if (Passthru)
        {
            WriteObject(VhdTargets.Read(lab, computer.Name, path));
        }
    }

    private long? FileLength => MyInvocation.BoundParameters.ContainsKey(nameof(FileSizeBytes))
        ? (long)Math.Min(FileSizeBytes, long.MaxValue)
        : null;
}
