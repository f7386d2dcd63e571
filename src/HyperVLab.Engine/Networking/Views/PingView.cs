namespace HyperVLab.Engine.Networking.Views;

/// <summary>A ping session as it stands.</summary>
public sealed record PingView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>The number of its job.</summary>
    public int? JobKey { get; init; }

    /// <summary>The name of the computer that pings.</summary>
    public required string Source { get; init; }

    /// <summary>The name or address that was given.</summary>
    public required string Target { get; init; }

    /// <summary>The address that it has.</summary>
    public required string Address { get; init; }

    /// <summary>When it began, since the lab began.</summary>
    public required TimeSpan StartTime { get; init; }

    /// <summary>When it ended; null while it goes on.</summary>
    public TimeSpan? EndTime { get; init; }

    /// <summary>The time from one echo request to the next.</summary>
    public required TimeSpan Delay { get; init; }

    /// <summary>How many bytes each carries.</summary>
    public required int BufferSize { get; init; }

    /// <summary>The TCP port to which it connects; null where it sends echo requests.</summary>
    public int? TcpPort { get; init; }

    /// <summary>Whether it goes on until somebody stops it.</summary>
    public required bool IsContinuous { get; init; }

    /// <summary>How many echo requests were sent.</summary>
    public required int Sent { get; init; }

    /// <summary>How many were answered.</summary>
    public required int Received { get; init; }

    /// <summary>Of how many it is known that they were not.</summary>
    public required int Lost { get; init; }

    internal static PingView Of(LabState lab, Ping entity) => new()
    {
        Key = entity.Key.Number,
        JobKey = entity.Job?.Number,
        Source = lab.NameOf(entity.Source),
        Target = entity.Plan.Target,
        Address = entity.Plan.Address,
        StartTime = entity.StartTime,
        EndTime = entity.EndTime,
        Delay = entity.Plan.Delay,
        BufferSize = entity.Plan.BufferSize,
        TcpPort = entity.Plan.TcpPort,
        IsContinuous = entity.Plan.IsContinuous,
        Sent = entity.Sent,
        Received = entity.Received,
        Lost = entity.Lost,
    };
}
