using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking;

/// <summary>An echo request of a session without end that waits.</summary>
public sealed class AwaitedEcho : IEntity<AwaitedEcho>
{
    internal AwaitedEcho(
        Key<AwaitedEcho> key,
        Key<Ping> ping,
        EchoRequest request,
        PingStatus? becomes,
        (TimeSpan Since, TimeSpan Due) wait,
        long place)
    {
        Key = key;
        Ping = ping;
        Request = request;
        Becomes = becomes;
        (Since, Due) = wait;
        Place = place;
    }

    /// <inheritdoc/>
    public Key<AwaitedEcho> Key { get; private set; }

    /// <summary>The session.</summary>
    public Key<Ping> Ping { get; private set; }

    /// <summary>The echo request.</summary>
    public EchoRequest Request { get; private set; }

    /// <summary>What has become of it then; null where it is to be tried again.</summary>
    public PingStatus? Becomes { get; private set; }

    /// <summary>Since when it waits, since the lab began.</summary>
    public TimeSpan Since { get; private set; }

    /// <summary>Until when it waits, since the lab began.</summary>
    public TimeSpan Due { get; private set; }

    /// <summary>Its place among the events of that time.</summary>
    public long Place { get; private set; }
}
