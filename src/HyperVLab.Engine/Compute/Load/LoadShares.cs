namespace HyperVLab.Engine.Compute.Load;

/// <summary>Shares links and processors: all traffic grows alike until something on its way is full.</summary>
internal static class LoadShares
{
    /// <summary>Finds the rate of each.</summary>
    public static void Settle(IReadOnlyList<LoadPath> paths)
    {
        while (paths.Any(path => !path.IsSettled))
        {
            double step = paths.Where(path => !path.IsSettled).Min(path => StepOf(paths, path));
            foreach (LoadPath path in paths)
            {
                if (path.IsSettled)
                {
                    continue;
                }

                path.Rate += step;
                foreach (LoadShare share in path.Shares)
                {
                    share.Resource.Used += step / share.BitsPerSecond;
                }
            }

            Stop(paths);
        }
    }

    // By how much this traffic can grow, when all of what is not settled grows as much.
    private static double StepOf(IReadOnlyList<LoadPath> paths, LoadPath path)
    {
        double step = path.Limit - path.Rate;
        foreach (LoadShare share in path.Shares)
        {
            double together = paths.Where(other => !other.IsSettled)
                .SelectMany(other => other.Shares)
                .Where(other => other.Resource == share.Resource)
                .Sum(other => 1 / other.BitsPerSecond);
            step = Math.Min(step, Math.Max(0, 1 - share.Resource.Used) / together);
        }

        return step;
    }

    private static void Stop(IReadOnlyList<LoadPath> paths)
    {
        foreach (LoadPath path in paths)
        {
            if (path.IsSettled)
            {
                continue;
            }

            path.Bottleneck = path.Shares.Select(share => share.Resource)
                .FirstOrDefault(resource => resource.Used >= LoadSettings.Full);
            path.IsSettled = path.Bottleneck is not null || path.Limit - path.Rate < 1;
        }
    }
}
