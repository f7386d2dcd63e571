using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Commands.Storage;
using HyperVLab.Disks;
using HyperVLab.Disks.P2V;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>
/// Converts a physical server of the lab into a virtual machine; or the disk of a real computer, given as an image or
/// as a device of this computer, into a virtual hard disk that a virtual machine starts from.
/// </summary>
/// <remarks>
/// A server of the lab (-SourceComputerName) is converted as Virtual Machine Manager 2008 R2 does it, in a job with
/// steps: online from a snapshot of its volumes while it goes on, or by way of Windows PE with -Offline. What is in use
/// is copied over the network in the background, and goes on after any break where it was; the server stays as it was
/// unless -Shutdown is given. Get-LabMachineConfiguration says beforehand what speaks against it. A job that fails goes
/// on with Restart-LabJob. The page docs/p2v.md tells more.
///
/// Of a real disk:
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
/// <example>
/// <code>Convert-LabP2V -SourceComputerName FILE1 -VMHost HV1 -VirtualNetwork VMs -Shutdown -StartVM</code>
/// Makes a virtual machine of the server FILE1 while it runs, shuts FILE1 down and starts the machine in its place.
/// </example>
/// <example>
/// <code>Convert-LabP2V -SourceComputerName FILE1 -VMHost HV1 -Credential LAB\dora</code>
/// Asks for the password of an account that administers FILE1, as a delegated administrator has to.
/// </example>
/// <example>
/// <code>Convert-LabP2V -SourceComputerName FILE1 -VMHostGroup 'Rack 1'</code>
/// Makes it on the best host of Rack 1.
/// </example>
/// <example>
/// <code>Get-LabServer WEB* | Convert-LabP2V -VMHost HV1 -RunAsynchronously -JobVariable job</code>
/// Begins to convert several servers.
/// </example>
[Cmdlet(VerbsData.Convert, "LabP2V", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
[Alias("New-P2V")]
[OutputType(typeof(P2VConversion), ParameterSetName = ["Path", "LiteralPath"])]
[OutputType(typeof(Objects.VirtualMachine), ParameterSetName = ["Computer"])]
public sealed class ConvertLabP2VCommand : VmmRequestCmdlet
{
    private AccountProof? _proof;

    /// <summary>
    /// The disk: an image (raw, VHD, VHDX or VMDK) by its path, where wildcards are permitted, or a device of this
    /// computer, such as /dev/sdb or \\.\PhysicalDrive1. With -SourceComputerName, the folder of the host in which
    /// the virtual machine gets its own; without it, the host's default.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Path", ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = "Computer")]
    [Alias("FullName")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The disk's path, in which no character is a wildcard.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "LiteralPath", ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath")]
    [ValidateNotNullOrEmpty]
    public string LiteralPath { get; set; } = null!;

    /// <summary>The new disk's path, which ends with .vhd or .vhdx.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "Path")]
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "LiteralPath")]
    [ValidateNotNullOrEmpty]
    public string DestinationPath { get; set; } = null!;

    /// <summary>How the new disk keeps its bytes: Dynamic, unless given, or Fixed.</summary>
    [Parameter(ParameterSetName = "Path")]
    [Parameter(ParameterSetName = "LiteralPath")]
    [ValidateSet(nameof(VhdType.Dynamic), nameof(VhdType.Fixed))]
    public VhdType VHDType { get; set; } = VhdType.Dynamic;

    /// <summary>The size of a block of the new disk in bytes, as New-LabVHD takes it.</summary>
    [Parameter(ParameterSetName = "Path")]
    [Parameter(ParameterSetName = "LiteralPath")]
    [ValidateNotNull]
    public uint BlockSizeBytes { get; set; }

    /// <summary>
    /// Raw for raw images of any name. Without it, files whose names end with .img or .raw are raw images; other files
    /// say themselves what they are.
    /// </summary>
    [Parameter(ParameterSetName = "Path")]
    [Parameter(ParameterSetName = "LiteralPath")]
    public VhdFormat Format { get; set; }

    /// <summary>Leaves out what is free although shadow copies of volumes lose what only they still use.</summary>
    [Parameter(ParameterSetName = "Path")]
    [Parameter(ParameterSetName = "LiteralPath")]
    public SwitchParameter AllowSnapshots { get; set; }

    /// <summary>Leaves the registry as it is, for a Windows that knows a virtual machine's hardware already.</summary>
    [Parameter]
    public SwitchParameter KeepDrivers { get; set; }

    /// <summary>The server of the lab that is converted.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Computer", ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<ServerView>))]
    [ValidateNotNullOrEmpty]
    public string SourceComputerName { get; set; } = null!;

    /// <summary>
    /// The host that gets the virtual machine; Virtual Machine Manager must manage it. Without it, the one that
    /// placement rates best; a step of the job says which and why.
    /// </summary>
    [Parameter(ParameterSetName = "Computer")]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string? VMHost { get; set; }

    /// <summary>The group in which the best host is looked for, by name or place. Without it, all.</summary>
    [Parameter(ParameterSetName = "Computer")]
    [ArgumentCompleter(typeof(NameCompleter<VMHostGroupView>))]
    [ValidateNotNullOrEmpty]
    public string? VMHostGroup { get; set; }

    /// <summary>
    /// An account that administers the server, with its password. The lab's administrator needs none, and who
    /// administers the server himself needs none either.
    /// </summary>
    [Parameter(ParameterSetName = "Computer")]
    [Credential]
    [ValidateNotNull]
    public PSCredential? Credential { get; set; }

    /// <summary>What the virtual machine is called. Without it, as the server.</summary>
    [Parameter(ParameterSetName = "Computer")]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The letters of the volumes that are converted, such as C: and E:. Without it, all.</summary>
    [Parameter(ParameterSetName = "Computer")]
    [ValidateNotNullOrEmpty]
    public string[]? VolumeDeviceID { get; set; }

    /// <summary>Copies the server by way of Windows PE: it does nothing else meanwhile.</summary>
    [Parameter(ParameterSetName = "Computer")]
    public SwitchParameter Offline { get; set; }

    /// <summary>Shuts the server down when it is copied.</summary>
    [Parameter(ParameterSetName = "Computer")]
    public SwitchParameter Shutdown { get; set; }

    /// <summary>Makes fixed disks, which take their whole size at once. Without it, dynamic ones.</summary>
    [Parameter(ParameterSetName = "Computer")]
    public SwitchParameter Fixed { get; set; }

    /// <summary>The virtual machine's memory in megabytes. Without it, what the server has.</summary>
    [Parameter(ParameterSetName = "Computer")]
    public int? MemoryMB { get; set; }

    /// <summary>The virtual machine's processors. Without it, what the server has.</summary>
    [Parameter(ParameterSetName = "Computer")]
    [Alias("ProcessorCount")]
    public byte? CPUCount { get; set; }

    /// <summary>The virtual switch of the host to which it is connected. Without it, none.</summary>
    [Parameter(ParameterSetName = "Computer")]
    [ArgumentCompleter(typeof(NameCompleter<VirtualSwitchView>))]
    [ValidateNotNullOrEmpty]
    public string? VirtualNetwork { get; set; }

    /// <summary>Starts the virtual machine in the end.</summary>
    [Parameter(ParameterSetName = "Computer")]
    public SwitchParameter StartVM { get; set; }

    /// <summary>Puts no integration services into the copy.</summary>
    [Parameter(ParameterSetName = "Computer")]
    public SwitchParameter SkipInstallVirtualizationGuestServices { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => SourceComputerName;

    // Made once for all servers: that takes a while on purpose.
    private AccountProof? Proof => _proof ??= Secrets.ProofOf(Handle, Credential);

    private P2VOptions Options => new() { AllowSnapshots = AllowSnapshots, KeepDrivers = KeepDrivers };

    private VhdSpecification Wish => new()
    {
        Path = LocalPath.Of(this, DestinationPath),
        VhdType = VHDType,
        BlockSizeBytes = MyInvocation.BoundParameters.ContainsKey(nameof(BlockSizeBytes)) ? BlockSizeBytes : null,
    };

    /// <inheritdoc/>
    private protected override LabRequest Request() => new ConvertP2V
    {
        Credential = Proof,
        Source = ServerNames.Computer(Handle, SourceComputerName, Proof),
        VMHost = VMHost is null ? null : ComputerNames.Host(Handle, VMHost),
        VMHostGroup = VmmNames.Group(Handle, VMHostGroup),
        Name = Name,
        Path = Path,
        VolumeDeviceID = VolumeDeviceID,
        Offline = Offline,
        Shutdown = Shutdown,
        Fixed = Fixed,
        MemoryMB = MemoryMB,
        CPUCount = CPUCount,
        VirtualNetwork = VirtualNetwork,
        StartVM = StartVM,
        SkipInstallVirtualizationGuestServices = SkipInstallVirtualizationGuestServices,
        KeepDrivers = KeepDrivers,
    };

    /// <inheritdoc/>
    private protected override void Process()
    {
        if (ParameterSetName == "Computer")
        {
            base.Process();
            return;
        }

        if (RunAsynchronously || JobVariable is not null)
        {
            throw ModuleErrors.NoJobHere.For(DestinationPath);
        }

        IReadOnlyList<string> paths = ParameterSetName == "LiteralPath"
            ? [LocalPath.Of(this, LiteralPath)]
            : VhdTargets.Expand(this, Path!);
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
