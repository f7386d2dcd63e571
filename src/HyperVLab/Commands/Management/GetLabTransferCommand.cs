using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>Gets the transfers of files between managed computers that go on or wait.</summary>
/// <remarks>
/// What Virtual Machine Manager sends goes in the background, with idle bandwidth, as the Background Intelligent
/// Transfer Service sends it. This cmdlet's counterpart is Get-BitsTransfer, which shows one computer's. A transfer is
/// listed until the step of its job has ended.
/// </remarks>
/// <example>
/// <code>Get-LabTransfer | Format-Table DisplayName, JobState, BytesTransferred, TransferRate, TimeLeft</code>
/// Shows how far each is, how fast it goes and when it will be done.
/// </example>
/// <example>
/// <code>Get-LabTransfer -VMHost HV1 | Suspend-LabTransfer</code>
/// Gives HV1 its bandwidth back.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabTransfer")]
[OutputType(typeof(FileTransfer))]
public sealed class GetLabTransferCommand : LabCmdlet
{
    /// <summary>The transfers' names. Wildcards are permitted.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(NameCompleter<TransferView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>The transfers' numbers.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public int[]? JobId { get; set; }

    /// <summary>Only what these computers send or get.</summary>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string? VMHost { get; set; }

    /// <inheritdoc/>
    private protected override void Process() => WriteObject(
        Named<TransferView, FileTransfer>(
            Name,
            view => (JobId is null || JobId.Contains(view.Key))
                && (Wildcards.Match(VMHost, view.Source) || Wildcards.Match(VMHost, view.Target))),
        enumerateCollection: true);
}
