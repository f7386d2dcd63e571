using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Gets ping sessions: those that go on and those that have ended.</summary>
/// <example>
/// <code>Get-LabPing</code>
/// Lists every session with how many pings were sent, answered and lost.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabPing")]
[OutputType(typeof(PingSession))]
public sealed class GetLabPingCommand : LabCmdlet
{
    /// <summary>Only pings of these targets, as they were given. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<PingView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? TargetName { get; set; }

    /// <inheritdoc/>
    private protected override void Process() =>
        WriteObject(Named<PingView, PingSession>(TargetName), enumerateCollection: true);
}
