using HyperVLab.Engine.Networking;

namespace HyperVLab.Engine.Compute.Load;

/// <summary>Asks what would become of traffic now, and what it would cost. Nothing is sent or changed.</summary>
/// <param name="Flows">The traffic, all of it at once.</param>
public sealed record NetworkLoadQuery(IReadOnlyList<LoadFlow> Flows) : LabQuery<LoadView>
{
    /// <inheritdoc/>
    internal override LoadView Answer(LabState lab)
    {
        var map = new LoadMap(lab);
        LoadPath[] paths = [.. Flows.Select((flow, at) => map.PathOf(flow, at))];
        LoadShares.Settle(paths);
        return new LoadView(
            [.. Flows.Zip(paths, (flow, path) => View(map, flow, path))],
            [.. map.Resources.Where(resource => resource.Owner is not null)
                .OrderBy(resource => resource.IsGuest)
                .ThenBy(resource => resource.Owner, StringComparer.Ordinal)
                .ThenBy(resource => resource.Processor)
                .Select(resource => new LoadProcessorView(
                    resource.Owner!,
                    resource.IsGuest,
                    resource.Processor,
                    Math.Round(Math.Min(1, resource.Used) * 100, 1)))]);
    }

    private static LoadFlowView View(LoadMap map, LoadFlow flow, LoadPath path)
    {
        // What is lost on the way has cost the sender; TCP's own rate counts what it sends again.
        double arrived = path.Rate * (flow.BitsPerSecond is null ? 1 : 1 - path.Loss);
        return new LoadFlowView
        {
            Source = map.NameOf(flow.From),
            Destination = map.NameOf(flow.To),
            OfferedBitsPerSecond = flow.BitsPerSecond,
            BitsPerSecond = (long)arrived,
            DropPercent = flow.BitsPerSecond is > 0 and { } offered
                ? Math.Round(Math.Max(0, offered - arrived) / offered * 100, 1)
                : Math.Round(path.Loss * 100, 1),
            Latency = LatencyOf(path),
            Bottleneck = path.Shares.Count == 0 ? "not reached" : path.Bottleneck?.Name ?? string.Empty,
        };
    }

    // A full link or processor has a full buffer before it; one in use lets frames wait the longer the fuller it is.
    private static TimeSpan LatencyOf(LoadPath path)
    {
        double seconds = path.Shares.Count == 0 ? 0 : LoadSettings.QuietLatency.TotalSeconds;
        foreach (LoadShare share in path.Shares.Where(share => share.Resource.HasBuffer))
        {
            double used = share.Resource.Used;
            seconds += used >= LoadSettings.Full
                ? NetworkSettings.PortBufferBytes * 8.0 / share.BitsPerSecond
                : LoadSettings.FrameBits / share.BitsPerSecond * used / (1 - used);
        }

        return TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond)) + path.Delay;
    }
}
