using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine;
using HyperVLab.Engine.Hosts;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Labs;

/// <summary>Gets the log of a lab: what happened, on which computer and when.</summary>
/// <remarks>The log is for people; nothing in the lab reads it. A lab keeps the newest 10,000 lines.</remarks>
/// <example>
/// <code>Get-LabEvent -Level Error, Critical</code>
/// Shows what went wrong, the oldest first.
/// </example>
/// <example>
/// <code>Get-LabEvent -MaxEvents 10</code>
/// Shows the last ten lines.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabEvent")]
[OutputType(typeof(LabEventInfo))]
public sealed class GetLabEventCommand : LabCmdlet
{
    /// <summary>The names of the parts of the system that wrote them. Wildcards are permitted.</summary>
    [Parameter(Position = 0)]
    [Alias("ProviderName")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Source { get; set; }

    /// <summary>Only lines of the logs of these computers. Wildcards are permitted.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <summary>Only lines of these levels.</summary>
    [Parameter]
    public LogLevel[]? Level { get; set; }

    /// <summary>
    /// Only what happened at or after this moment: a time or a number of seconds since the lab began.
    /// </summary>
    [Parameter]
    [MomentTransformation]
    public TimeSpan? After { get; set; }

    /// <summary>Only the last so many lines.</summary>
    [Parameter]
    [Alias("Newest")]
    [ValidateRange(1, int.MaxValue)]
    public int? MaxEvents { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        IEnumerable<LogView> lines = Handle.Lab.Views<LogView>()
            .Where(line => Wildcards.Match(Source, line.Source)
                && Wildcards.Match(ComputerName, line.Computer ?? string.Empty)
                && (Level?.Contains(line.Level) ?? true)
                && line.Time >= (After ?? TimeSpan.Zero));
        foreach (LogView line in MaxEvents is { } count ? lines.TakeLast(count) : lines)
        {
            WriteObject(LabObjects.Of(Handle, line));
        }
    }
}
