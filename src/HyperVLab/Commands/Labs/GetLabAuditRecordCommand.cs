using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Labs;

/// <summary>Gets the audit trail of a lab: who asked for what, when and from where, and what came of it.</summary>
/// <remarks>
/// Every request is in it, those that were refused too. A member of user roles sees his own requests, and those that
/// changed what is in his scope.
/// </remarks>
/// <example>
/// <code>Get-LabAuditRecord -Newest 10</code>
/// Shows the last ten requests.
/// </example>
/// <example>
/// <code>Get-LabAuditRecord -Account LAB\anna -Refused | Format-List Time, Script, Refusal</code>
/// Shows what anna was refused, and why.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabAuditRecord")]
[OutputType(typeof(AuditRecord))]
public sealed class GetLabAuditRecordCommand : LabCmdlet
{
    /// <summary>Only what these accounts asked for, with their domain. Wildcards are permitted.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(NameCompleter<AccountView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Account { get; set; }

    /// <summary>Only requests of these kinds, such as MoveVM. Wildcards are permitted.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Request { get; set; }

    /// <summary>Only what was refused.</summary>
    [Parameter]
    public SwitchParameter Refused { get; set; }

    /// <summary>
    /// Only what was asked at or after this moment: a time or a number of seconds since the lab began.
    /// </summary>
    [Parameter]
    [MomentTransformation]
    public TimeSpan? After { get; set; }

    /// <summary>Only the last so many requests.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? Newest { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        IEnumerable<Engine.AuditRecord> records = Handle.Lab.AuditTrail()
            .Where(one => Wildcards.Match(Account, one.Account ?? string.Empty)
                && Wildcards.Match(Request, one.Request)
                && (!Refused || !one.IsAccepted)
                && one.Time >= (After ?? TimeSpan.Zero));
        foreach (Engine.AuditRecord record in Newest is { } count ? records.TakeLast(count) : records)
        {
            WriteObject(new AuditRecord(record));
        }
    }
}
