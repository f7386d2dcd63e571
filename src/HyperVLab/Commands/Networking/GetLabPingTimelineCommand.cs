using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Draws pings over time: one character each, under a scale of seconds.</summary>
/// <remarks>
/// ! was answered, . timed out, U is unreachable (the pinging computer itself says that nobody is there), and of ? it
/// is not known yet. Rows in which every ping was answered are gathered.
/// </remarks>
/// <example>
/// <code>Get-LabPingTimeline web01</code>
/// Draws every session that pinged web01.
/// </example>
/// <example>
/// <code>$ping | Get-LabPingTimeline -From (Get-LabJob -Name StopHost).StartTime</code>
/// Draws what a job of Test-LabConnection -AsJob has sent since a host was turned off.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabPingTimeline", DefaultParameterSetName = "TargetName")]
[OutputType(typeof(PingTimeline))]
public sealed class GetLabPingTimelineCommand : LabCmdlet
{
    /// <summary>Only pings of these targets, as they were given. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ParameterSetName = "TargetName")]
    [ArgumentCompleter(typeof(NameCompleter<PingView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? TargetName { get; set; }

    /// <summary>The sessions, as Get-LabPing writes them.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Ping", ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public PingSession[] Ping { get; set; } = null!;

    /// <summary>The jobs, as Test-LabConnection -AsJob writes them.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Job", ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public PingBackgroundJob[] Job { get; set; } = null!;

    /// <summary>
    /// Only pings that were sent from this moment on: a time or a number of seconds since the lab began.
    /// </summary>
    [Parameter]
    [Alias("After")]
    [MomentTransformation]
    public TimeSpan? From { get; set; }

    /// <summary>
    /// Only pings that were sent until this moment: a time or a number of seconds since the lab began.
    /// </summary>
    [Parameter]
    [Alias("Before")]
    [MomentTransformation]
    public TimeSpan? To { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        foreach (PingSession session in Sessions())
        {
            if (session.Handle.Lab.Ask(new PingTimelineQuery(session.Key.Number, From, To)) is { } view)
            {
                WriteObject(new PingTimeline(view));
            }
        }
    }

    private IEnumerable<PingSession> Sessions() => ParameterSetName switch
    {
        "Ping" => Ping,
        "Job" => Job.Select(static job => job.Session).OfType<PingSession>(),
        _ => Named<PingView, PingSession>(TargetName),
    };
}
