using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine;

public sealed partial class Lab
{
    /// <summary>The lab as a caller sees it, and only that.</summary>
    public ScopedLab As(LabCaller caller) => new(this, caller);

    /// <summary>The audit trail: who asked for what, when and from where, and what came of it.</summary>
    public IReadOnlyList<AuditRecord> AuditTrail() =>
        Hold(() => Engine.AuditTrail.Of(_state, _journal.Entries, static (_, _) => true));

    /// <summary>Its lines that somebody sees, by who asked and the job.</summary>
    internal IReadOnlyList<AuditRecord> AuditTrail(Func<LabState, LabCaller, LabJob?, bool> counts) =>
        Hold(() => Engine.AuditTrail.Of(_state, _journal.Entries, (caller, job) => counts(_state, caller, job)));

    /// <summary>Reads the state, with the door held.</summary>
    internal T Read<T>(Func<LabState, T> read) => Hold(() => read(_state));
}
