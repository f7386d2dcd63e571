using System.Management.Automation;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Says how the guests of virtual machines write to memory, on which live migrations depend.</summary>
/// <remarks>
/// A live migration copies what was written meanwhile again and again. A guest that writes faster than the network
/// carries is stopped after ten passes, for as long as its working set takes. This cmdlet has no counterpart in the
/// real modules. </remarks> <example> <code>Set-LabVMWorkload db01 -DirtyBytesPerSecond 200MB -HotSetBytes 1GB</code>
/// Makes db01 a busy database. </example>
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

    /// <inheritdoc/>
    private protected override LabRequest Request(VirtualMachine target) => new SetVMWorkload
    {
        VM = target.Key,
        DirtyBytesPerSecond = DirtyBytesPerSecond,
        HotSetBytes = HotSetBytes,
    };
}
