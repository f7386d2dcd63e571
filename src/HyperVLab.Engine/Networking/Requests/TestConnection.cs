using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Networking.Requests;

/// <summary>Pings a target from the caller's computer or another one of the lab.</summary>
public sealed record TestConnection : LabRequest
{
    private const int DefaultCount = 4;
    private const int MaxBufferSize = 65500;

    /// <summary>The target: a name or an address.</summary>
    public required string TargetName { get; init; }

    /// <summary>The computer that pings; null for the caller's.</summary>
    public Key<PhysicalComputer>? Source { get; init; }

    /// <summary>How many echo requests to send; null for four, or without end.</summary>
    public int? Count { get; init; }

    /// <summary>The seconds from one echo request to the next.</summary>
    public int Delay { get; init; } = 1;

    /// <summary>How many seconds an answer is waited for.</summary>
    public int TimeoutSeconds { get; init; } = 5;

    /// <summary>How many bytes each echo request carries.</summary>
    public int BufferSize { get; init; } = 32;

    /// <summary>The TCP port to which to connect, instead of sending echo requests; null for these.</summary>
    public int? TcpPort { get; init; }

    /// <summary>How many computers may see each echo request on its way; null for 128.</summary>
    public int? MaxHops { get; init; }

    /// <summary>Whether to go on until somebody stops it.</summary>
    public bool Repeat { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        Key<PhysicalComputer> source = Source ?? caller.Computer
            ?? throw NetworkErrors.PingWithoutSource.For(TargetName);
        lab.RequireRunning(source);
        DemandNumber(nameof(Count), Count ?? DefaultCount, 1, int.MaxValue);
        DemandNumber(nameof(Delay), Delay, 1, 86_400);
        DemandNumber(nameof(TimeoutSeconds), TimeoutSeconds, 1, 3_600);
        DemandNumber(nameof(MaxHops), MaxHops ?? 1, 1, IPTrips.MaxHops);
        DemandNumber(nameof(TcpPort), TcpPort ?? 1, 1, 65_535);
        DemandNumber(nameof(BufferSize), BufferSize, 0, MaxBufferSize);
        if (NameResolution.Resolve(lab, source, TargetName) is null)
        {
            throw NetworkErrors.PingTargetUnknown.For(TargetName, TargetName);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        Key<PhysicalComputer> source = Source ?? job.Caller.Computer!.Value;
        var plan = new PingPlan(
            TargetName,
            NameResolution.Resolve(lab, source, TargetName)!,
            TimeSpan.FromSeconds(Delay),
            TimeSpan.FromSeconds(TimeoutSeconds),
            Repeat ? null : Count ?? DefaultCount,
            BufferSize,
            TcpPort,
            MaxHops);
        job.GoOn();
        job.Give(Pings.Begin(lab, job.Key, source, plan).Key);
    }

    private void DemandNumber(string parameter, int value, int low, int high)
    {
        if (value < low || value > high)
        {
            throw NetworkErrors.PingNumberNotPossible.For(
                TargetName, parameter, NetworkRules.Text(low), NetworkRules.Text(high), NetworkRules.Text(value));
        }
    }
}
