using System.Globalization;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine;

/// <summary>
/// The audit trail of a lab: its journal, read as what people asked for. It is made when somebody looks, so it costs
/// nothing before and cannot differ from what happened.
/// </summary>
internal static class AuditTrail
{
    /// <summary>The lines that count, in the order in which the requests came.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="entries">Its journal.</param>
    /// <param name="counts">Which count, by who asked and the job, which is null where the request was refused.</param>
    public static IReadOnlyList<AuditRecord> Of(
        LabState lab, IReadOnlyList<JournalEntry> entries, Func<LabCaller, LabJob?, bool> counts)
    {
        List<AuditRecord> records = [];
        int jobs = 0;
        for (int index = 0; index < entries.Count; index++)
        {
            JournalEntry entry = entries[index];
            if (entry is not { Request: { } request, Caller: { } caller })
            {
                continue;
            }

            // The nth request that was carried out has the nth job, and jobs are never removed.
            LabJob? job = entry.Kind == JournalKind.Request ? lab.Jobs[new Key<LabJob>(++jobs)] : null;
            if (counts(caller, job))
            {
                records.Add(Record(lab, index + 1, entry, request, caller, job));
            }
        }

        return records;
    }

    private static AuditRecord Record(
        LabState lab, int number, JournalEntry entry, LabRequest request, LabCaller caller, LabJob? job) => new()
        {
            Number = number,
            Time = job?.StartTime ?? entry.At ?? TimeSpan.Zero,
            Account = caller.Account is { } account ? lab.NameOf(account) : null,
            UserRole = caller.Role is { } role ? lab.NameOf(role) : null,
            Computer = caller.Computer is { } computer ? lab.NameOf(computer) : null,
            Request = request.GetType().Name,
            Script = job?.Script ?? RequestScript.Of(lab, request),
            IsAccepted = job is not null,
            Refusal = entry.ErrorKey,
            ErrorId = entry.ErrorKey is { } error ? LabError.All.GetValueOrDefault(error)?.ErrorId ?? error : null,
            Job = job?.Key.Number,
            Changed = job is { ResultKind: { } kind, ResultNumber: { } result }
                && LabState.Views.KeyOf(kind, result) is { } key
                ? lab.FindNamed(key)?.Name ?? string.Create(CultureInfo.InvariantCulture, $"{kind} {result}")
                : null,
        };
}
