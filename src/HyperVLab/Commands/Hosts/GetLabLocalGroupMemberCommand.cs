using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Hosts;

/// <summary>Gets the members of a local group of computers.</summary>
/// <example>
/// <code>Get-LabLocalGroupMember Administrators -ComputerName HVR2NODO1</code>
/// Lists who administers HVR2NODO1.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabLocalGroupMember")]
[OutputType(typeof(LocalGroupPrincipal))]
public sealed class GetLabLocalGroupMemberCommand : LabCmdlet
{
    /// <summary>The local group. Without it, all groups.</summary>
    [Parameter(Position = 0)]
    [Alias("Name")]
    [ValidateNotNullOrEmpty]
    public string? Group { get; set; }

    /// <summary>The members' names. Wildcards are permitted.</summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(NameCompleter<LocalGroupMemberView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Member { get; set; }

    /// <summary>
    /// The computers' names. Without it, the host that was entered with Enter-LabHost, or the whole lab.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Cn")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        IReadOnlySet<int>? scope = ComputerNames.Scope(Handle, ComputerName);
        WriteObject(
            Named<LocalGroupMemberView, LocalGroupPrincipal>(Member, view =>
                (scope?.Contains(view.ComputerKey) ?? true)
                && (Group is null || string.Equals(view.Group, Group, StringComparison.OrdinalIgnoreCase))),
            enumerateCollection: true);
    }
}
