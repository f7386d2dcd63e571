namespace HyperVLab.Engine.Compute.Load;

/// <summary>
/// Shares links and processors: all traffic grows alike until something on its way is full. Where that is a link by
/// which a host sends, the ports of its virtual switch first get what is kept for them, and share the rest by weight.
/// </summary>
internal static class LoadShares
{
    /// <summary>Finds the rate of each.</summary>
    public static void Settle(IReadOnlyList<LoadPath> paths)
    {
        Grow(paths, static _ => 1, static path => path.Limit);
        LoadResource[] full = [.. paths.Select(path => path.Bottleneck).OfType<LoadResource>()
            .Where(static resource => resource.IsSending).Distinct()];
        foreach (LoadPath path in paths)
        {
            path.UsesMinimum = path.Shares.Any(share => full.Contains(share.Resource));
        }

        if (!paths.Any(path => path.UsesMinimum && path.Minimum is not { BitsPerSecond: 0, Weight: 1 }))
        {
            return;
        }

        Clear(paths);
        Dictionary<LoadPath, int> sharers = paths.ToDictionary(
            path => path,
            path => path.Minimum.Port is null ? 1 : paths.Count(other => other.Minimum.Port == path.Minimum.Port));
        Grow(paths, path => KeptOf(path) / sharers[path], path => Math.Min(path.Limit, KeptOf(path) / sharers[path]));
        Grow(paths, path => path.UsesMinimum ? path.Minimum.Weight / sharers[path] : 1, static path => path.Limit);
    }

    /// <summary>Gives traffic what other traffic, which was settled before, has left over.</summary>
    public static void Fill(IReadOnlyList<LoadPath> paths) => Grow(paths, static _ => 1, static path => path.Limit);

    /// <summary>Lets traffic that is not slowed by other traffic have what it takes, before any is shared.</summary>
    public static void Take(IReadOnlyList<LoadPath> paths)
    {
        foreach (LoadPath path in paths)
        {
            path.Rate = path.Limit;
            foreach (LoadShare share in path.Shares)
            {
                share.Resource.Taken = Math.Min(1, share.Resource.Taken + (path.Limit / share.BitsPerSecond));
                share.Resource.Used = share.Resource.Taken;
            }
        }
    }

    private static double KeptOf(LoadPath path) => path.UsesMinimum ? path.Minimum.BitsPerSecond : 0;

    private static void Clear(IReadOnlyList<LoadPath> paths)
    {
        foreach (LoadPath path in paths)
        {
            (path.Rate, path.Bottleneck) = (0, null);
            foreach (LoadShare share in path.Shares)
            {
                share.Resource.Used = share.Resource.Taken;
            }
        }
    }

    private static void Grow(
        IReadOnlyList<LoadPath> paths, Func<LoadPath, double> weightOf, Func<LoadPath, double> limitOf)
    {
        double[] weights = [.. paths.Select(weightOf)];
        double[] limits = [.. paths.Select(limitOf)];
        for (int at = 0; at < paths.Count; at++)
        {
            paths[at].IsSettled = paths[at].Shares.Count == 0 || weights[at] <= 0 || limits[at] - paths[at].Rate < 1;
        }

        Stop(paths, limits);
        while (paths.Any(path => !path.IsSettled))
        {
            Weigh(paths, weights);
            double step = Enumerable.Range(0, paths.Count).Where(at => !paths[at].IsSettled)
                .Min(at => StepOf(paths[at], weights[at], limits[at]));
            for (int at = 0; at < paths.Count; at++)
            {
                if (!paths[at].IsSettled)
                {
                    Add(paths[at], step * weights[at]);
                }
            }

            Stop(paths, limits);
        }
    }

    private static void Add(LoadPath path, double bitsPerSecond)
    {
        path.Rate += bitsPerSecond;
        foreach (LoadShare share in path.Shares)
        {
            share.Resource.Used += bitsPerSecond / share.BitsPerSecond;
        }
    }

    private static void Weigh(IReadOnlyList<LoadPath> paths, double[] weights)
    {
        foreach (LoadShare share in paths.SelectMany(path => path.Shares))
        {
            share.Resource.Growth = 0;
        }

        for (int at = 0; at < paths.Count; at++)
        {
            if (!paths[at].IsSettled)
            {
                foreach (LoadShare share in paths[at].Shares)
                {
                    share.Resource.Growth += weights[at] / share.BitsPerSecond;
                }
            }
        }
    }

    // By how much this traffic can grow for each of its weight, when all of what is not settled grows as its own says.
    private static double StepOf(LoadPath path, double weight, double limit)
    {
        double step = (limit - path.Rate) / weight;
        foreach (LoadShare share in path.Shares)
        {
            step = Math.Min(step, Math.Max(0, 1 - share.Resource.Used) / share.Resource.Growth);
        }

        return step;
    }

    private static void Stop(IReadOnlyList<LoadPath> paths, double[] limits)
    {
        for (int at = 0; at < paths.Count; at++)
        {
            LoadPath path = paths[at];
            if (path.IsSettled)
            {
                continue;
            }

            path.Bottleneck = path.Shares.Select(share => share.Resource)
                .FirstOrDefault(resource => resource.Used >= LoadSettings.Full);
            path.IsSettled = path.Bottleneck is not null || limits[at] - path.Rate < 1;
        }
    }
}
