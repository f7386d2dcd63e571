using System.Management.Automation;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Commands;

/// <summary>Makes PowerShell's error records of what the lab refuses.</summary>
internal static class ErrorRecords
{
    /// <summary>The record: same id, same category, and what it was about.</summary>
    public static ErrorRecord Of(LabException refusal, object? target) => new(
        refusal, refusal.Id, CategoryOf(refusal.Category), target ?? refusal.Target);

    /// <summary>PowerShell's category of the same name.</summary>
    public static ErrorCategory CategoryOf(LabErrorCategory category) => Enum.Parse<ErrorCategory>(category.ToString());
}
