namespace HyperVLab.Objects;

/// <summary>A line of a lab's audit trail, as Get-LabAuditRecord writes it.</summary>
public sealed class AuditRecord
{
    private readonly Engine.AuditRecord _record;

    internal AuditRecord(Engine.AuditRecord record) => _record = record;

    /// <summary>The line's number; later lines have higher ones.</summary>
    public int Id => _record.Number;

    /// <summary>When, since the lab began.</summary>
    public TimeSpan Time => _record.Time;

    /// <summary>The date of that moment.</summary>
    public DateTime TimeCreated => LabEpoch.DateOf(_record.Time);

    /// <summary>Who asked; empty for the lab itself, which makes its first accounts.</summary>
    public string? Account => _record.Account;

    /// <summary>The user role by which the account asked, where it chose one.</summary>
    public string? UserRole => _record.UserRole;

    /// <summary>The computer at which the account sat.</summary>
    public string? ComputerName => _record.Computer;

    /// <summary>The request's kind, such as MoveVM.</summary>
    public string Request => _record.Request;

    /// <summary>The PowerShell that makes the request.</summary>
    public string Script => _record.Script;

    /// <summary>Whether it was let in and carried out.</summary>
    public bool IsAccepted => _record.IsAccepted;

    /// <summary>The error that it was refused with; empty where it was accepted.</summary>
    public string? Refusal => _record.Refusal;

    /// <summary>The id of that error.</summary>
    public string? ErrorId => _record.ErrorId;

    /// <summary>The number of its job; empty where it was refused.</summary>
    public int? JobId => _record.Job;

    /// <summary>What it made or changed.</summary>
    public string? Changed => _record.Changed;

    /// <summary>The PowerShell of the request.</summary>
    public override string ToString() => _record.Script;
}
