using System.Management.Automation;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>
/// Says how the guests of virtual machines write to memory, on which live migrations depend, and what they ask of their
/// hosts.
/// </summary>
/// <remarks>
/// A live migration copies the pages that were written meanwhile again and again. A guest that writes faster than the
/// network carries is stopped after ten passes, for as long as its working set takes. The pages of the hot set are
/// visited in rounds, each page once a round, in an order that the lab's seed draws anew for every round. What is
/// changed while the machine migrates counts from that moment on. This cmdlet has no counterpart in the real modules.
/// </remarks>
/// <example>
/// <code>Set-LabVMWorkload db01 -DirtyBytesPerSecond 200MB -HotSetBytes 1GB</code>
/// Makes db01 a busy database.
/// </example>
/// <example>
/// <code>Set-LabVMWorkload db01 -SweepBytesPerSecond 50MB</code>
/// Lets something in db01 go through all of its memory besides, as a backup does.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabVMWorkload", DefaultParameterSetName = "VMName", SupportsShouldProcess = true)]
[OutputType(typeof(VirtualMachine))]
public sealed class SetLabVMWorkloadCommand : VMDeviceCmdlet
{
    /// <summary>What the guest writes in a second, in bytes.</summary>
    [Parameter]
    [ValidateNotNull]
    public long? DirtyBytesPerSecond { get; set; }

    /// <summary>The working set to which it writes over and over, in bytes.</summary>
    [Parameter]
    [ValidateNotNull]
    public long? HotSetBytes { get; set; }

    /// <summary>
    /// What the guest writes in a second beside that, in bytes, going through all of its memory page after page and
    /// beginning again, as a scan for viruses or a backup does.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public long? SweepBytesPerSecond { get; set; }

    /// <summary>What its processors do while it runs, in percent of all that it has: placement goes by it.</summary>
    [Parameter]
    [ValidateNotNull]
    public int? ProcessorPercent { get; set; }

    /// <summary>What the guest reads from and writes to its disks, in operations a second.</summary>
    [Parameter]
    [ValidateNotNull]
    public int? DiskOperationsPerSecond { get; set; }

    /// <summary>What the guest sends and receives, in bits a second.</summary>
    [Parameter]
    [ValidateNotNull]
    public long? NetworkBitsPerSecond { get; set; }

    /// <inheritdoc/>
    private protected override LabRequest Request(VirtualMachine target) => new SetVMWorkload
    {
        VM = target.Key,
        DirtyBytesPerSecond = DirtyBytesPerSecond,
        HotSetBytes = HotSetBytes,
        SweepBytesPerSecond = SweepBytesPerSecond,
        ProcessorPercent = ProcessorPercent,
        DiskOperationsPerSecond = DiskOperationsPerSecond,
        NetworkBitsPerSecond = NetworkBitsPerSecond,
    };
}
