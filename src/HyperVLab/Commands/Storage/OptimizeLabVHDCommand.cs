using System.Management.Automation;
using HyperVLab.Disks.Operations;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Session;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Storage;

/// <summary>
/// Makes the files of dynamic and differencing disks smaller, in place: what guests no longer use leaves them.
/// </summary>
/// <remarks>
/// It finds the partitions, reads itself which clusters of NTFS and which blocks of ext volumes are free, and drops the
/// blocks of the file that hold nothing else, or zeros. The real cmdlet sees free space only of a disk that is mounted
/// for reading; here no mount is needed. In doubt everything stays: of other file systems, of encrypted, hibernated and
/// dirty volumes. A disk with shadow copies is refused unless -AllowSnapshots is given, and a differencing disk never
/// shows bytes of its parent that it hid. Ctrl+C ends it between two blocks; the disk is whole at every moment. -WhatIf
/// says what would leave the file, and which volumes are kept and why.
/// </remarks>
/// <example>
/// <code>Optimize-LabVHD ./web01.vhd -WhatIf</code>
/// Says what would be freed in a disk of this computer.
/// </example>
/// <example>
/// <code>Get-ChildItem *.vhdx | Optimize-LabVHD -Mode Full -Passthru | Format-Table Path, FileSize</code>
/// Compacts the disks of the present folder, looking for zeros too.
/// </example>
/// <example>
/// <code>Optimize-LabVHD C:\VMs\web01.vhd -ComputerName HOST1</code>
/// Compacts a disk of a lab's host, whose virtual machine is off.
/// </example>
[Cmdlet(VerbsCommon.Optimize, "LabVHD", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
[OutputType(typeof(Objects.VirtualHardDisk))]
public sealed class OptimizeLabVHDCommand : VhdJobCmdlet
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

    /// <summary>
    /// What to look for: Full, free space and zeros, as for a VHD unless given; Quick, free space, as for a VHDX unless
    /// given; Retrim, free space in whole blocks; Pretrimmed, what the format calls unused; Prezeroed, zeros.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public CompactionMode Mode { get; set; }

    /// <summary>Compacts although shadow copies of volumes lose what only they still use.</summary>
    [Parameter]
    public SwitchParameter AllowSnapshots { get; set; }

    /// <inheritdoc/>
    private protected override IReadOnlyList<string> GivenPaths => ArePathsLiteral ? LiteralPath : Path;

    /// <inheritdoc/>
    private protected override bool ArePathsLiteral => ParameterSetName == "LiteralPath";

    /// <inheritdoc/>
    private protected override string Activity => "Compacting";

    /// <inheritdoc/>
    private protected override LabRequest Request(Key<PhysicalComputer> computer, string path) => new OptimizeVHD
    {
        Computer = computer,
        Path = path,
        Mode = GivenMode,
        AllowSnapshots = AllowSnapshots,
    };

    /// <inheritdoc/>
    private protected override Action<DiskWork> Work(string path)
    {
        (CompactionMode? mode, bool allow) = (GivenMode, AllowSnapshots);
        return work => LocalDiskOperations.Optimize(path, mode, allow, work);
    }

    /// <inheritdoc/>
    private protected override string? ForecastHere(string path) => CompactionForecast.Of(
        path,
        new DiskWorker(this).Run(
            "Planning",
            path,
            work => LocalDiskOperations.PlanCompaction(path, GivenMode, AllowSnapshots, work)));

    /// <inheritdoc/>
    private protected override string? ForecastThere(LabHandle lab, PhysicalComputerView computer, string path) =>
        CompactionForecast.Of(path, lab.Lab.Ask(
            new VirtualHardDiskCompactionQuery(new(computer.Key), path, GivenMode, AllowSnapshots)));

    private CompactionMode? GivenMode => MyInvocation.BoundParameters.ContainsKey(nameof(Mode)) ? Mode : null;
}
