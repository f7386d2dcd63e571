using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute.Load;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>
/// Measures what becomes of traffic between ends of the lab: throughput, drops, latency, and what it costs the
/// processors of parent partitions and guests.
/// </summary>
/// <remarks>
/// The ends are virtual machines or computers, by name or address. All traffic flows at once and shares links and
/// processors. It is reckoned for a steady flow as the lab is now; nothing is sent and no time passes. One core of the
/// parent partition sorts and copies about 4 Gbit/s of received frames unless the card has virtual machine queues.
/// Two machines of one host send each other without a card. Teams spread what they send as they balance; what comes in
/// comes by one member. A maximum bandwidth limits what a port sends; where a link by which a host sends is full, ports
/// first get what is kept for them (-MinimumBandwidthAbsolute) or share it by weight (-MinimumBandwidthWeight). Frames
/// that faults lose or delay slow TCP down, and are missing from what is sent at a rate.
/// </remarks>
/// <example>
/// <code>Measure-LabNetwork ADMIN1 web01</code>
/// Tells how fast ADMIN1 can send to web01, and what holds it back.
/// </example>
/// <example>
/// <code>(Measure-LabNetwork HV2 web01, web02 -BitsPerSecond 500000000)[0].Processors</code>
/// Sends 500 Mbit/s to each of two machines, and shows which processors that keeps busy.
/// </example>
[Cmdlet(VerbsDiagnostic.Measure, "LabNetwork")]
[OutputType(typeof(NetworkMeasurement))]
public sealed class MeasureLabNetworkCommand : LabCmdlet
{
    /// <summary>Where the traffic begins; one for all, or one for each destination.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(NetworkEndCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Source { get; set; } = null!;

    /// <summary>Where it ends.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ArgumentCompleter(typeof(NetworkEndCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Destination { get; set; } = null!;

    /// <summary>How much is offered to each, whatever becomes of it. Without it, as much as gets through.</summary>
    [Parameter]
    [ValidateRange(1, long.MaxValue)]
    public long? BitsPerSecond { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        LoadFlow[] flows = [.. Destination.Select((name, at) =>
            new LoadFlow(
                NetworkEnds.Find(Handle, Source[at % Source.Length]),
                NetworkEnds.Find(Handle, name),
                BitsPerSecond))];
        LoadView measured = Handle.Lab.Ask(new NetworkLoadQuery(flows));
        WriteObject(
            measured.Flows.Select(flow => new NetworkMeasurement(flow, measured.Processors)),
            enumerateCollection: true);
    }
}
