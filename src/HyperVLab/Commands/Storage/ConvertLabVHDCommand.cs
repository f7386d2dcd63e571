using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Disks;
using HyperVLab.Disks.Operations;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Session;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Storage;

/// <summary>
/// Makes a virtual hard disk of another format, type or block size with the bytes of a given one and its parents.
/// </summary>
/// <remarks>
/// The formats are what the names end with: .vhd and .vhdx, and on this computer also .img and .raw, which are raw
/// images. A source can also be VMware's: a .vmdk of one file, stream-optimised as in OVF packages, or the descriptor
/// of a disk in several files beside it; differences that snapshots made are refused. A whole disk of this computer can
/// be the source by its device, such as /dev/sdb or \\.\PhysicalDrive1. The new disk has its name only when all of it
/// is written; Ctrl+C leaves the source as it was and nothing of the new disk.
/// </remarks>
/// <example>
/// <code>Convert-LabVHD ./web01.vhd ./web01.vhdx</code>
/// Makes a VHDX of a VHD of this computer, dynamic as that is.
/// </example>
/// <example>
/// <code>Convert-LabVHD ./web01.vhdx ./web01.img; Convert-LabVHD /dev/sdb ./old-server.vhd -VHDType Dynamic</code>
/// Makes a raw image of a disk, and a virtual disk of a disk of this computer.
/// </example>
/// <example>
/// <code>Convert-LabVHD ./web01.vmdk ./web01.vhd</code>
/// Makes a VHD of a disk of VMware's.
/// </example>
/// <example>
/// <code>Convert-LabVHD C:\VMs\web01.vhd C:\VMs\web01-fixed.vhd -VHDType Fixed -DeleteSource -ComputerName HOST1</code>
/// Makes a dynamic disk of a lab's host fixed.
/// </example>
[Cmdlet(VerbsData.Convert, "LabVHD", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
[OutputType(typeof(Objects.VirtualHardDisk))]
public sealed class ConvertLabVHDCommand : VhdSingleCmdlet
{
    /// <summary>The new disk's path, which ends with its format.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string DestinationPath { get; set; } = null!;

    /// <summary>
    /// How the new disk keeps its bytes. Without it, as the source does; a differencing disk becomes dynamic, unless
    /// -ParentPath is given, and so does a raw image.
    /// </summary>
    [Parameter]
    public VhdType VHDType { get; set; }

    /// <summary>
    /// The parent of a differencing disk, by its path. The new disk then holds what differs from it.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ParentPath { get; set; }

    /// <summary>The size of a block of the new disk in bytes, as New-LabVHD takes it.</summary>
    [Parameter]
    [ValidateNotNull]
    public uint BlockSizeBytes { get; set; }

    /// <summary>Deletes the source when the new disk is whole; not one in several files.</summary>
    [Parameter]
    public SwitchParameter DeleteSource { get; set; }

    /// <inheritdoc/>
    private protected override string Activity => "Converting";

    /// <inheritdoc/>
    private protected override bool ChangesTarget => DeleteSource;

    /// <inheritdoc/>
    private protected override LabRequest Request(Key<PhysicalComputer> computer, string path) => new ConvertVHD
    {
        Computer = computer,
        Path = path,
        DestinationPath = DestinationPath,
        VHDType = VHDType == VhdType.Unknown ? null : VHDType,
        ParentPath = ParentPath,
        BlockSizeBytes = BlockSize,
        DeleteSource = DeleteSource,
    };

    /// <inheritdoc/>
    private protected override Action<DiskWork> Work(string path)
    {
        var wish = new VhdSpecification
        {
            Path = LocalPath.Of(this, DestinationPath),
            VhdType = VHDType,
            ParentPath = ParentPath is null ? null : LocalPath.Of(this, ParentPath),
            BlockSizeBytes = BlockSize,
        };
        VhdTargets.DemandOwn(wish.Path);
        return work => LocalDiskOperations.Convert(
            path, wish, DeleteSource, Guid.NewGuid(), DateTimeOffset.UtcNow, work);
    }

    /// <inheritdoc/>
    private protected override string ResultHere(string path) => LocalPath.Of(this, DestinationPath);

    /// <inheritdoc/>
    private protected override string ResultThere(LabHandle lab, PhysicalComputerView computer, string path) =>
        DestinationPath;

    private long? BlockSize => MyInvocation.BoundParameters.ContainsKey(nameof(BlockSizeBytes)) ? BlockSizeBytes : null;
}
