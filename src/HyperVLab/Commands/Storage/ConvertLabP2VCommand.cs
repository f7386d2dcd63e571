using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Disks;
using HyperVLab.Disks.P2V;
using HyperVLab.Engine.Storage;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Storage;

/// <summary>
/// Converts the disk of a physical computer, given as an image or as a device of this computer, into a virtual hard
/// disk that a virtual machine starts from.
/// </summary>
/// <remarks>
/// Only what is in use of NTFS, ext2, ext3 and ext4 volumes is copied; other volumes, and those of which that is not
/// certain (dirty, hibernated, encrypted, of dynamic disks, with shadow copies), are copied whole. In the copy the
/// SYSTEM hive of each Windows is set so that it finds a virtual machine's disk: intelide, pciide, atapi, vmbus,
/// storvsc and storflt start with it, as far as their files are there, an older Windows learns of the IDE controller,
/// and boot drivers of controllers that were left behind are disabled. Disk signature, partitions and drive letters
/// stay. Of a Linux nothing is changed. The source is only read. The new disk has its name only when all of it is
/// written; Ctrl+C leaves nothing of it. What is to be known before the copy is started comes as warnings and stands
/// in the result; -WhatIf says what would be done. The page docs/p2v.md has the details.
/// </remarks>
/// <example>
/// <code>Convert-LabP2V ./old-server.img ./old-server.vhd</code>
/// Makes a dynamic VHD of a disk's image and writes what was done.
/// </example>
/// <example>
/// <code>Convert-LabP2V /dev/sdb ./old-server.vhdx -WhatIf</code>
/// Says what would be copied of a disk of this computer, and what would be set.
/// </example>
/// <example>
/// <code>(Convert-LabP2V ./old-server.img ./old-server.vhd -VHDType Fixed).Driver</code>
/// Makes a fixed VHD and lists the drivers whose start was set.
/// </example>
[Cmdlet(VerbsData.Convert, "LabP2V", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
[OutputType(typeof(P2VConversion))]
public sealed class ConvertLabP2VCommand : GuardedCmdlet
{
    /// <summary>
    /// The disk: an image (raw, VHD, VHDX or VMDK) by its path, where wildcards are permitted, or a device of this
    /// computer, such as /dev/sdb or \\.\PhysicalDrive1.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Path", ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true)]
    [Alias("FullName")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = null!;

    /// <summary>The disk's path, in which no character is a wildcard.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "LiteralPath", ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath")]
    [ValidateNotNullOrEmpty]
    public string LiteralPath { get; set; } = null!;

    /// <summary>The new disk's path, which ends with .vhd or .vhdx.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string DestinationPath { get; set; } = null!;

    /// <summary>How the new disk keeps its bytes: Dynamic, unless given, or Fixed.</summary>
    [Parameter]
    [ValidateSet(nameof(VhdType.Dynamic), nameof(VhdType.Fixed))]
    public VhdType VHDType { get; set; } = VhdType.Dynamic;

    /// <summary>The size of a block of the new disk in bytes, as New-LabVHD takes it.</summary>
    [Parameter]
    [ValidateNotNull]
    public uint BlockSizeBytes { get; set; }

    /// <summary>
    /// Raw for raw images of any name. Without it, files whose names end with .img or .raw are raw images; other files
    /// say themselves what they are.
    /// </summary>
    [Parameter]
    public VhdFormat Format { get; set; }

    /// <summary>Leaves out what is free although shadow copies of volumes lose what only they still use.</summary>
    [Parameter]
    public SwitchParameter AllowSnapshots { get; set; }

    /// <summary>Leaves the registry as it is, for a Windows that knows a virtual machine's hardware already.</summary>
    [Parameter]
    public SwitchParameter KeepDrivers { get; set; }

    private P2VOptions Options => new() { AllowSnapshots = AllowSnapshots, KeepDrivers = KeepDrivers };

    private VhdSpecification Wish => new()
    {
        Path = LocalPath.Of(this, DestinationPath),
        VhdType = VHDType,
        BlockSizeBytes = MyInvocation.BoundParameters.ContainsKey(nameof(BlockSizeBytes)) ? BlockSizeBytes : null,
    };

    /// <inheritdoc/>
    private protected override void Process()
    {
        IReadOnlyList<string> paths = ParameterSetName == "LiteralPath"
            ? [LocalPath.Of(this, LiteralPath)]
            : VhdTargets.Expand(this, Path);
        foreach (string path in paths)
        {
            Guard(() => Convert(path), path);
        }
    }

    private void Convert(string path)
    {
        (VhdSpecification wish, P2VOptions options, VhdFormat format) = (Wish, Options, Format);
        VhdTargets.DemandOwn(wish.Path);
        if (WhatIfPreference.IsAsked(this))
        {
            P2VReport plan = new DiskWorker(this).Run(
                "Planning", path, work => LocalP2V.Plan(path, format, wish, options, work));
            string text = P2VForecast.Of(path, wish.Path, plan);
            ShouldProcess(text, text, string.Empty);
            return;
        }

        if (ShouldProcess(path, $"Convert to {wish.Path}"))
        {
            P2VReport report = new DiskWorker(this).Run("Converting", path, work => LocalP2V.Convert(
                path, format, wish, options, Guid.NewGuid(), DateTimeOffset.UtcNow, work));
            foreach (string warning in report.Warnings)
            {
                WriteWarning($"{path}: {warning}");
            }

            WriteObject(new P2VConversion(path, VhdTargets.ReadHere(wish.Path), report));
        }
    }
}
