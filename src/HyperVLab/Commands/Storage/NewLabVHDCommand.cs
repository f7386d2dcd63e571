using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Disks;
using HyperVLab.Disks.Operations;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Commands.Storage;

/// <summary>Makes virtual hard disks in a volume of a lab's host, or in this computer's own file system.</summary>
/// <example>
/// <code>New-LabVHD C:\ClusterStorage\Volume1\web01\web01.vhd -SizeBytes 40GB -ComputerName HVR2NODO2</code>
/// Makes a dynamic disk on a cluster shared volume. It is a real file, whose place is in the property LocalPath.
/// </example>
/// <example>
/// <code>New-LabVHD ./base.vhd 20GB; New-LabVHD ./child.vhd -ParentPath ./base.vhd</code>
/// Makes a disk and a differencing disk of it in the present folder of this computer.
/// </example>
[Cmdlet(VerbsCommon.New, "LabVHD", DefaultParameterSetName = "DynamicWithoutSource", SupportsShouldProcess = true)]
[OutputType(typeof(VirtualHardDisk))]
public sealed class NewLabVHDCommand : VhdCmdlet
{
    /// <summary>
    /// The paths: full paths of the host where -ComputerName is given or a host was entered with Enter-LabHost, else
    /// paths of this computer. They end with the disk's format: .vhd, or .vhdx, which hosts have from Windows Server
    /// 2012 on.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = null!;

    /// <summary>The parent of a differencing disk, by its path.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "Differencing")]
    [ValidateNotNullOrEmpty]
    public string? ParentPath { get; set; }

    /// <summary>
    /// The size that a guest sees, in bytes: 3 MB to 2040 GB for a VHD, to 64 TB for a VHDX. A differencing disk takes
    /// its parent's unless given.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "FixedWithoutSource")]
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "DynamicWithoutSource")]
    [Parameter(Position = 2, ParameterSetName = "Differencing")]
    public ulong SizeBytes { get; set; }

    /// <summary>
    /// The number of a disk of this computer whose bytes the new disk gets. Windows numbers its disks; elsewhere give
    /// the device to Convert-LabVHD. The disks of a lab's hosts have no bytes of their own.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = "FixedWithSource", ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = "DynamicWithSource", ValueFromPipelineByPropertyName = true)]
    [Alias("Number")]
    [ValidateNotNull]
    public uint SourceDisk { get; set; }

    /// <summary>Makes disks whose files grow with what is written, as they do unless said otherwise.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "DynamicWithSource")]
    [Parameter(ParameterSetName = "DynamicWithoutSource")]
    public SwitchParameter Dynamic { get; set; }

    /// <summary>Makes disks whose files have all their bytes from the beginning.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "FixedWithSource")]
    [Parameter(Mandatory = true, ParameterSetName = "FixedWithoutSource")]
    public SwitchParameter Fixed { get; set; }

    /// <summary>Makes disks that keep what differs from a parent, as they do where one is named.</summary>
    [Parameter(ParameterSetName = "Differencing")]
    public SwitchParameter Differencing { get; set; }

    /// <summary>
    /// The size of a block in bytes, a power of two: for a VHD from 512 KB to 256 MB, 2 MB unless given; for a VHDX
    /// from 1 MB to 256 MB, 32 MB unless given, and 2 MB for a differencing disk.
    /// </summary>
    [Parameter]
    public uint BlockSizeBytes { get; set; }

    /// <summary>The sector that a guest sees, in bytes; 512 unless given. A VHD has no other.</summary>
    [Parameter(ParameterSetName = "FixedWithoutSource")]
    [Parameter(ParameterSetName = "DynamicWithoutSource")]
    [ValidateSet("512", "4096")]
    public uint LogicalSectorSizeBytes { get; set; }

    /// <summary>
    /// The sector that a guest is told of as the medium's, in bytes; unless given 512 for a VHD, 4096 for a VHDX, and
    /// the parent's for a differencing disk.
    /// </summary>
    [Parameter(ParameterSetName = "Differencing")]
    [Parameter(ParameterSetName = "FixedWithoutSource")]
    [Parameter(ParameterSetName = "DynamicWithoutSource")]
    [ValidateSet("512", "4096")]
    public uint PhysicalSectorSizeBytes { get; set; }

    /// <summary>Goes on in the background and writes a job.</summary>
    [Parameter]
    public SwitchParameter AsJob { get; set; }

    /// <inheritdoc/>
    private protected override IReadOnlyList<string> GivenPaths => Path;

    /// <inheritdoc/>
    private protected override bool ArePathsLiteral => true;

    /// <inheritdoc/>
    private protected override bool RunsAsJob => AsJob;

    /// <inheritdoc/>
    private protected override void ChangeThere(LabHandle lab, PhysicalComputerView computer, string path)
    {
        if (HasSource)
        {
            throw ModuleErrors.LabDiskHasNoBytes.For(path, $"{SourceDisk}", computer.Name, path);
        }

        var request = new NewVHD
        {
            Computer = new(computer.Key),
            Path = path,
            SizeBytes = Size,
            Fixed = Fixed,
            Dynamic = Dynamic,
            Differencing = Differencing,
            ParentPath = ParentPath,
            BlockSizeBytes = Given(nameof(BlockSizeBytes), BlockSizeBytes),
            LogicalSectorSizeBytes = Given(nameof(LogicalSectorSizeBytes), LogicalSectorSizeBytes),
            PhysicalSectorSizeBytes = Given(nameof(PhysicalSectorSizeBytes), PhysicalSectorSizeBytes),
        };
        ChangeThere(lab, computer, request, path, path);
    }

    /// <inheritdoc/>
    private protected override void ChangeHere(string path)
    {
        VhdTargets.DemandOwn(path);
        if (!ShouldProcess(path))
        {
            return;
        }

        var disk = new VhdSpecification
        {
            Path = path,
            VhdType = Fixed ? VhdType.Fixed : ParentPath is null ? VhdType.Dynamic : VhdType.Differencing,
            SizeBytes = Size,
            BlockSizeBytes = Given(nameof(BlockSizeBytes), BlockSizeBytes),
            LogicalSectorSizeBytes = Given(nameof(LogicalSectorSizeBytes), LogicalSectorSizeBytes),
            PhysicalSectorSizeBytes = Given(nameof(PhysicalSectorSizeBytes), PhysicalSectorSizeBytes),
            ParentPath = ParentPath is null ? null : LocalPath.Of(this, ParentPath),
        };
        ChangeHere("Making", path, WorkOf(disk), path);
    }

    private Action<DiskWork> WorkOf(VhdSpecification disk)
    {
        if (!HasSource)
        {
            return _ => LocalVirtualDisks.Create(disk, Guid.NewGuid(), DateTimeOffset.UtcNow);
        }

        string device = OperatingSystem.IsWindows()
            ? $@"\\.\PhysicalDrive{SourceDisk}"
            : throw ModuleErrors.NumbersNoDisks.For(disk.Path);
        return work => LocalDiskOperations.Convert(
            device, disk, deleteSource: false, Guid.NewGuid(), DateTimeOffset.UtcNow, work);
    }

    private bool HasSource => MyInvocation.BoundParameters.ContainsKey(nameof(SourceDisk));

    // A size beyond a long is refused as any other that is too large.
    private long? Size => MyInvocation.BoundParameters.ContainsKey(nameof(SizeBytes))
        ? (long)Math.Min(SizeBytes, long.MaxValue)
        : null;

    private long? Given(string parameter, uint value) =>
        MyInvocation.BoundParameters.ContainsKey(parameter) ? value : null;
}
