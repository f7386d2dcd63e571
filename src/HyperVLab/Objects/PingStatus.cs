using System.Net;
using System.Net.NetworkInformation;
using HyperVLab.Engine.Networking.Views;
using Outcome = HyperVLab.Engine.Networking.PingStatus;

namespace HyperVLab.Objects;

/// <summary>
/// What became of one ping, as Test-LabConnection writes it; its properties are those of Test-Connection's.
/// </summary>
public sealed class PingStatus
{
    internal PingStatus(PingView session, PingReplyView reply)
    {
        Ping = (uint)reply.Sequence;
        Source = session.Source;
        Destination = session.Target;
        Address = IPAddress.Parse(reply.From ?? "0.0.0.0");
        Latency = (long)(reply.Roundtrip?.TotalMilliseconds ?? 0);
        BufferSize = session.BufferSize;
        Time = reply.SentAt;
        Status = reply.Status switch
        {
            Outcome.Success => IPStatus.Success,
            Outcome.TimedOut => IPStatus.TimedOut,
            Outcome.DestinationHostUnreachable => IPStatus.DestinationHostUnreachable,
            Outcome.DestinationNetworkUnreachable => IPStatus.DestinationNetworkUnreachable,
            Outcome.TtlExpired => IPStatus.TtlExpired,
            _ => IPStatus.Unknown,
        };
    }

    /// <summary>What became of a ping, or of a connection that was asked for instead.</summary>
    internal static object Of(PingView session, PingReplyView reply) =>
        session.TcpPort is null ? new PingStatus(session, reply) : new TcpPortStatus(session, reply);

    /// <summary>Which ping of the session, from 1.</summary>
    public uint Ping { get; }

    /// <summary>The computer that pinged.</summary>
    public string Source { get; }

    /// <summary>The name or address that was given.</summary>
    public string Destination { get; }

    /// <summary>
    /// Whose answer it was: the target's, or the pinging computer's own where it says that nobody is there.
    /// </summary>
    public IPAddress Address { get; }

    /// <summary>The address as text; a star where no answer came.</summary>
    public string DisplayAddress => Status == IPStatus.TimedOut ? "*" : Address.ToString();

    /// <summary>How long the answer took, in whole milliseconds.</summary>
    public long Latency { get; }

    /// <summary>What became of it.</summary>
    public IPStatus Status { get; }

    /// <summary>How many bytes the ping carried.</summary>
    public int BufferSize { get; }

    /// <summary>When it was sent, since the lab began.</summary>
    public TimeSpan Time { get; }
}
