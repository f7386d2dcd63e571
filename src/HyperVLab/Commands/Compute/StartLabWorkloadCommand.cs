using System.Management.Automation;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;
using VirtualMachine = HyperVLab.Objects.VirtualMachine;

namespace HyperVLab.Commands.Compute;

/// <summary>Gives the guests of virtual machines something to do.</summary>
/// <remarks>
/// A ledger transfers amounts between accounts: each transfer is a record on the disk, written through, or flushed
/// after each so many, before the guest is told that it is durable. It goes as fast as it is asked to, or as the way to
/// the disk takes. Web answers requests from memory, one in twenty from the disk, and leaves a line in a log for each,
/// which is flushed after 1000 of them. Fill writes one long file through the guest's cache, megabyte after megabyte,
/// flushed after each 64, so that a dynamic or differencing disk grows, 64 MB ahead of the data, until it is stopped,
/// has written -SizeBytes, or the disk is full. When its volume has less than 200 MB left, the host pauses the machine,
/// which goes on once there is room. Idle does next to nothing. Each writes to memory as such a guest does, on which
/// live migrations depend; Set-LabVMWorkload changes that. A workload that was there before ends, and what it wrote is
/// written over. Its disk is one on which Install-LabGuestOS has installed a system, or one without any partition. It
/// goes on by itself whenever its guest was booted, from what its disk has. This cmdlet has no counterpart in the real
/// modules.
/// </remarks>
/// <example>
/// <code>Start-LabWorkload db01 Ledger -Rate 200</code>
/// Lets db01 make up to 200 transfers a second, each of them written through.
/// </example>
/// <example>
/// <code>Start-LabWorkload web01 Fill -Rate 20 -SizeBytes 10GB</code>
/// Lets the disk of web01 grow by 10 GB, 20 MB a second.
/// </example>
/// <example>
/// <code>Get-LabVM db* | Start-LabWorkload -Kind Ledger -FlushEvery 10 -ControllerType SCSI</code>
/// Lets all databases flush after each 10 transfers, on their SCSI disks.
/// </example>
[Cmdlet(VerbsLifecycle.Start, "LabWorkload", DefaultParameterSetName = "VMName", SupportsShouldProcess = true)]
[OutputType(typeof(GuestWorkload))]
public sealed class StartLabWorkloadCommand : VMDeviceCmdlet
{
    /// <summary>What the guest is to do.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    public WorkloadKind Kind { get; set; }

    /// <summary>How many operations a second it is asked for. Without it, 100 transfers, 200 requests or 50
    /// megabytes.</summary>
    [Parameter]
    [ValidateNotNull]
    public int? Rate { get; set; }

    /// <summary>
    /// After how many operations it flushes. Without it, a ledger writes each through, a web server flushes after
    /// 1000, and a fill after 64.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public int? FlushEvery { get; set; }

    /// <summary>What its operations are drawn from. Without it, a draw of the lab's.</summary>
    [Parameter]
    [ValidateNotNull]
    public long? Seed { get; set; }

    /// <summary>The drive that it writes to, as Get-LabVMHardDiskDrive writes it.</summary>
    [Parameter]
    [ValidateNotNull]
    public HardDiskDrive? VMHardDiskDrive { get; set; }

    /// <summary>The kind of controller of that drive.</summary>
    [Parameter]
    [ValidateNotNull]
    public ControllerType? ControllerType { get; set; }

    /// <summary>The controller of that drive.</summary>
    [Parameter]
    [ValidateNotNull]
    public int? ControllerNumber { get; set; }

    /// <summary>The location of that drive.</summary>
    [Parameter]
    [ValidateNotNull]
    public int? ControllerLocation { get; set; }

    /// <summary>The virtual hard disk of that drive. Without any of these, the drive that the machine boots
    /// from.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>How many accounts a ledger has, 2 to 56. Without it, 16.</summary>
    [Parameter]
    [ValidateNotNull]
    public int? AccountCount { get; set; }

    /// <summary>
    /// How many transfers a ledger's log has room for, 2 to 1000, before it begins anew. Without it, 128.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public int? RoundSize { get; set; }

    /// <summary>
    /// How much a fill writes, in bytes, rounded up to megabytes. Without it, as much as its disk has room for.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public long? SizeBytes { get; set; }

    /// <summary>It ends when the guest does, and does not go on after the next boot.</summary>
    [Parameter]
    public SwitchParameter Once { get; set; }

    private bool SaysDrive => ControllerType is not null
        || ControllerNumber is not null
        || ControllerLocation is not null
        || Path is not null;

    /// <inheritdoc/>
    private protected override LabRequest Request(VirtualMachine target) => new StartWorkload
    {
        VM = target.Key,
        Kind = Kind,
        Rate = Rate,
        FlushEvery = FlushEvery,
        Seed = Seed,
        Drive = VMHardDiskDrive?.Key ?? (SaysDrive ? DriveOf(target).Key : null),
        AccountCount = AccountCount,
        RoundSize = RoundSize,
        SizeBytes = SizeBytes,
        Once = Once,
    };

    /// <inheritdoc/>
    private protected override object? OutputOf(VirtualMachine target, object? result) => result;

    private HardDiskDrive DriveOf(VirtualMachine vm) =>
        VMDeviceTargets.KnownAt<HardDiskDrive, VMHardDiskDriveView>(
            vm.HardDrives, ControllerType, ControllerNumber, ControllerLocation)
            .FirstOrDefault(drive => Path is null || drive.Path.Equals(Path, StringComparison.OrdinalIgnoreCase))
        ?? throw Engine.Lab.NotFound<VMHardDiskDriveView>(Path!);
}
