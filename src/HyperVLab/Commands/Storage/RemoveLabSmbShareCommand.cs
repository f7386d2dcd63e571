using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using SmbShare = HyperVLab.Objects.SmbShare;

namespace HyperVLab.Commands.Storage;

/// <summary>Shares folders no more; what is in them stays.</summary>
/// <example>
/// <code>Remove-LabSmbShare Library -ComputerName LIB1</code>
/// Ends a share.
/// </example>
[Cmdlet(VerbsCommon.Remove, "LabSmbShare", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class RemoveLabSmbShareCommand : LabTargetCmdlet<SmbShare>
{
    /// <summary>The shares' names. Wildcards are permitted.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<SmbShareView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = null!;

    /// <summary>
    /// The computers. Without it, the host that was entered with Enter-LabHost, or all of the lab.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <inheritdoc/>
    private protected override IEnumerable<SmbShare> Targets()
    {
        IReadOnlySet<int>? computers = ComputerNames.Scope(Handle, ComputerName);
        return Named<SmbShareView, SmbShare>(Name, view => computers is null || computers.Contains(view.ComputerKey));
    }

    /// <inheritdoc/>
    private protected override LabRequest Request(SmbShare target) => new RemoveSmbShare { Share = target.Key };
}
