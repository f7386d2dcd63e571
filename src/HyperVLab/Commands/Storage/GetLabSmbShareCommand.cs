using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Storage;
using SmbShare = HyperVLab.Objects.SmbShare;

namespace HyperVLab.Commands.Storage;

/// <summary>Gets the folders that the lab's computers share in the network.</summary>
/// <example>
/// <code>Get-LabSmbShare -ComputerName LIB1</code>
/// Lists what LIB1 shares.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabSmbShare")]
[OutputType(typeof(SmbShare))]
public sealed class GetLabSmbShareCommand : LabCmdlet
{
    /// <summary>The shares' names. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<SmbShareView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>
    /// The computers. Without it, the host that was entered with Enter-LabHost, or all of the lab.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        IReadOnlySet<int>? computers = ComputerNames.Scope(Handle, ComputerName);
        WriteObject(
            Named<SmbShareView, SmbShare>(Name, view => computers is null || computers.Contains(view.ComputerKey)),
            enumerateCollection: true);
    }
}
