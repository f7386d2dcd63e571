namespace HyperVLab.Engine.Management.Consolidation;

/// <summary>Figures spread about a median, most below twice of it and few far above (ours).</summary>
internal static class Spread
{
    // Deciles in thousandths of the median, about those of a lognormal distribution; between them it is linear.
    private static readonly int[] s_deciles = [200, 350, 500, 650, 800, 1000, 1220, 1500, 1900, 2500, 4200];

    /// <summary>The figure at a place of the distribution.</summary>
    /// <param name="median">The median.</param>
    /// <param name="place">0 to 999.</param>
    public static long At(long median, int place)
    {
        int low = s_deciles[place / 100];
        int high = s_deciles[(place / 100) + 1];
        return median * ((low * 100) + ((high - low) * (place % 100))) / 100_000;
    }
}
