using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute.Load;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Opens a TCP connection between two ends of the lab, and sends over it.</summary>
/// <remarks>
/// The ends are virtual machines or computers, by name or address. A program listens at the other end for the flow's
/// sake, unless Set-LabTcpPort says otherwise: a closed port refuses, and a filtered one lets the sender try for 21
/// seconds. The flow is as fast as its way: links, limits of bandwidth, the processors that Measure-LabNetwork reckons
/// with, and lost frames, which cost TCP much. Flows share what they have in common. Where the way is cut, the sender
/// tries again after 0.3 seconds and then after twice as long each time; after the fifth time, 18.9 seconds after the
/// cut, the connection is broken. So it survives a live migration, and a cut of 9 seconds. An end that loses its power
/// loses the connection with its memory. This cmdlet has no counterpart in the real modules.
/// </remarks>
/// <example>
/// <code>$flow = Start-LabFlow ADMIN1 web01; Move-LabVM web01 -Live; $flow.LongestStall</code>
/// Tells for how long a live migration holds up what web01 receives.
/// </example>
/// <example>
/// <code>Start-LabFlow web01 db01 -Port 1433 -RateBitsPerSecond 200000000</code>
/// Sends 200 Mbit/s from web01 to db01 until somebody stops it.
/// </example>
[Cmdlet(VerbsLifecycle.Start, "LabFlow", SupportsShouldProcess = true)]
[OutputType(typeof(TcpFlow), typeof(LabBackgroundJob))]
public sealed class StartLabFlowCommand : LabRequestJobCmdlet
{
    /// <summary>Who sends: a virtual machine or computer, by name or address.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(NetworkEndCompleter))]
    [ValidateNotNullOrEmpty]
    public string Source { get; set; } = null!;

    /// <summary>Who gets it: a virtual machine or computer, by name or address.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ArgumentCompleter(typeof(NetworkEndCompleter))]
    [ValidateNotNullOrEmpty]
    public string Destination { get; set; } = null!;

    /// <summary>The port at which the other end listens. The default is 5001.</summary>
    [Parameter]
    public int Port { get; set; } = 5001;

    /// <summary>How fast to send at most. Without it, as fast as the way allows.</summary>
    [Parameter]
    [ValidateNotNull]
    public long? RateBitsPerSecond { get; set; }

    /// <summary>How many bytes to send. Without it, until somebody stops it.</summary>
    [Parameter]
    [Alias("SizeBytes")]
    [ValidateNotNull]
    public long? Bytes { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => $"{Source} -> {Destination}:{Port}";

    /// <inheritdoc/>
    private protected override LabRequest Request()
    {
        LoadEnd from = NetworkEnds.Find(Handle, Source);
        LoadEnd to = NetworkEnds.Find(Handle, Destination);
        return new StartFlow
        {
            SourceVM = from.VM,
            SourceComputer = from.Computer,
            DestinationVM = to.VM,
            DestinationComputer = to.Computer,
            Port = Port,
            RateBitsPerSecond = RateBitsPerSecond,
            Bytes = Bytes,
        };
    }
}
