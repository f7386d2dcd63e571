using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Commands.Networking;

/// <summary>Pings computers and guests of the lab, or connects to a TCP port of them.</summary>
/// <remarks>
/// A ping goes out every second of virtual time, whatever became of the one before. When the target's host loses its
/// power, pings first time out, because your workstation still knows the target's MAC address; when that entry is gone,
/// they end as DestinationHostUnreachable, an answer of your workstation itself, until the target is up again. With
/// -TcpPort it connects instead, and says whether somebody listens there: a closed port refuses at once, and a firewall
/// that lets nothing in answers nothing. Set-LabTcpPort opens and closes ports. With
/// -AsJob pings go on beside other cmdlets: Receive-Job gives what became of them, Get-LabPingTimeline draws them, and
/// Stop-Job ends them.
/// </remarks>
/// <example>
/// <code>Test-LabConnection web01</code>
/// Pings web01 four times.
/// </example>
/// <example>
/// <code>$ping = Test-LabConnection web01 -Repeat -AsJob; Move-LabVM web01 -Live; $ping | Get-LabPingTimeline</code>
/// Draws which pings a live migration loses.
/// </example>
/// <example>
/// <code>Test-LabConnection HVR2NODO1 -TcpPort 5985</code>
/// Tells whether WinRM of HVR2NODO1 can be reached.
/// </example>
[Cmdlet(VerbsDiagnostic.Test, "LabConnection", DefaultParameterSetName = "DefaultPing", SupportsShouldProcess = true)]
[OutputType(typeof(Objects.PingStatus), ParameterSetName = ["DefaultPing", "RepeatPing"])]
[OutputType(typeof(TcpPortStatus), ParameterSetName = ["TcpPort"])]
[OutputType(typeof(bool), typeof(LabBackgroundJob))]
public sealed class TestLabConnectionCommand : LabChangeCmdlet
{
    /// <summary>The targets: names or addresses.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ComputerName")]
    [ArgumentCompleter(typeof(NameCompleter<DnsRecordView>))]
    [ValidateNotNullOrEmpty]
    public string[] TargetName { get; set; } = null!;

    /// <summary>
    /// The computer that pings. Without it, the host entered with Enter-LabHost, or your workstation.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string? Source { get; set; }

    /// <summary>
    /// How many pings to send, or connections to ask for with -Detailed. The default is 4.
    /// </summary>
    [Parameter(ParameterSetName = "DefaultPing")]
    [Parameter(ParameterSetName = "TcpPort")]
    public int Count { get; set; } = 4;

    /// <summary>The virtual seconds from one ping to the next. The default is 1.</summary>
    [Parameter]
    public int Delay { get; set; } = 1;

    /// <summary>How many bytes each ping carries. The default is 32.</summary>
    [Parameter(ParameterSetName = "DefaultPing")]
    [Parameter(ParameterSetName = "RepeatPing")]
    [Alias("Size", "Bytes", "BS")]
    public int BufferSize { get; set; } = 32;

    /// <summary>Goes on until somebody stops it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "RepeatPing")]
    [Parameter(ParameterSetName = "TcpPort")]
    [Alias("Continuous")]
    public SwitchParameter Repeat { get; set; }

    /// <summary>Writes only whether every ping was answered.</summary>
    [Parameter(ParameterSetName = "DefaultPing")]
    [Parameter(ParameterSetName = "TcpPort")]
    public SwitchParameter Quiet { get; set; }

    /// <summary>
    /// How many computers may see each ping on its way, the target counted. The router that would have to pass it on to
    /// one more says TtlExpired. The default is 128.
    /// </summary>
    [Parameter(ParameterSetName = "DefaultPing")]
    [Parameter(ParameterSetName = "RepeatPing")]
    [Alias("Ttl", "TimeToLive", "Hops")]
    [ValidateRange(1, 128)]
    public int MaxHops { get; set; } = 128;

    /// <summary>The TCP port to which to connect, instead of pinging.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "TcpPort")]
    public int TcpPort { get; set; }

    /// <summary>
    /// Connects -Count times and writes what became of each. Without it, one connection is asked for, and only whether
    /// it was established is written.
    /// </summary>
    [Parameter(ParameterSetName = "TcpPort")]
    public SwitchParameter Detailed { get; set; }

    /// <summary>How many virtual seconds to wait for an answer. The default is 5.</summary>
    [Parameter]
    public int TimeoutSeconds { get; set; } = 5;

    /// <summary>
    /// Goes on in the background and writes a job. Time stands still until something moves it: Wait-LabJob,
    /// Step-LabClock, or another cmdlet that waits.
    /// </summary>
    [Parameter]
    public SwitchParameter AsJob { get; set; }

    private bool IsTcp => ParameterSetName == "TcpPort";

    private bool SaysOnlyWhether => Quiet || (IsTcp && !Detailed);

    /// <inheritdoc/>
    private protected override bool RunsAsJob => AsJob;

    /// <inheritdoc/>
    private protected override LabBackgroundJob MakeJob(LabHandle handle, JobView job) =>
        new PingBackgroundJob(handle, job, MyInvocation.Line);

    /// <inheritdoc/>
    private protected override void Process()
    {
        foreach (string target in TargetName)
        {
            Guard(() => Ping(target));
        }
    }

    private void Ping(string target)
    {
        var request = new TestConnection
        {
            TargetName = target,
            Source = Source is null ? null : ComputerNames.Host(Handle, Source),
            Count = Repeat ? null : IsTcp && !Detailed ? 1 : Count,
            Delay = Delay,
            BufferSize = BufferSize,
            TimeoutSeconds = TimeoutSeconds,
            Repeat = Repeat,
            TcpPort = IsTcp ? TcpPort : null,
            MaxHops = MyInvocation.BoundParameters.ContainsKey(nameof(MaxHops)) ? MaxHops : null,
        };
        if (Quiet && !AsJob && !PingTarget.IsKnown(Handle, request))
        {
            WriteObject(false);
        }
        else if (Repeat && !AsJob)
        {
            Stream(request);
        }
        else if (Change(Handle, request, target, out _) is PingSession session)
        {
            Write(new PingReader(session));
        }
    }

    private void Write(PingReader replies)
    {
        if (SaysOnlyWhether)
        {
            WriteObject(replies.AllAnswered());
        }
        else
        {
            WriteObject(replies.Next(), enumerateCollection: true);
        }
    }

    private void Stream(TestConnection request)
    {
        if (!ShouldProcess(request.TargetName))
        {
            return;
        }

        using var stream = new PingStream(Handle, request);
        while (!IsStopping && !stream.HasEnded)
        {
            WriteObject(stream.Next(), enumerateCollection: true);
        }
    }
}
