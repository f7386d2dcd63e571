using System.Net;
using System.Net.Sockets;
using HyperVLab.Engine.Networking.Views;
using Outcome = HyperVLab.Engine.Networking.PingStatus;

namespace HyperVLab.Objects;

/// <summary>
/// What became of one connection, as Test-LabConnection -TcpPort -Detailed writes it; its properties are those of
/// Test-Connection's.
/// </summary>
public sealed class TcpPortStatus
{
    internal TcpPortStatus(PingView session, PingReplyView reply)
    {
        Id = reply.Sequence;
        Source = session.Source;
        Target = session.Target;
        TargetAddress = IPAddress.Parse(session.Address);
        Port = session.TcpPort ?? 0;
        Latency = (long)(reply.Roundtrip?.TotalMilliseconds ?? 0);
        Connected = reply.Status == Outcome.Success;
        Time = reply.SentAt;
        Status = reply.Status switch
        {
            Outcome.Success => SocketError.Success,
            Outcome.ConnectionRefused => SocketError.ConnectionRefused,
            Outcome.DestinationHostUnreachable => SocketError.HostUnreachable,
            Outcome.DestinationNetworkUnreachable => SocketError.NetworkUnreachable,
            _ => SocketError.TimedOut,
        };
    }

    /// <summary>Which connection of the session, from 1.</summary>
    public int Id { get; }

    /// <summary>The computer that connected.</summary>
    public string Source { get; }

    /// <summary>The name or address that was given.</summary>
    public string Target { get; }

    /// <summary>The address that it has.</summary>
    public IPAddress TargetAddress { get; }

    /// <summary>The port.</summary>
    public int Port { get; }

    /// <summary>How long the answer took, in whole milliseconds.</summary>
    public long Latency { get; }

    /// <summary>Whether it was established.</summary>
    public bool Connected { get; }

    /// <summary>What became of it.</summary>
    public SocketError Status { get; }

    /// <summary>When it was asked for, since the lab began.</summary>
    public TimeSpan Time { get; }
}
