using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Management.Consolidation;

/// <summary>How busy a server is over a week.</summary>
/// <param name="MeanProcessorPermille">The mean use of its processors, in thousandths.</param>
/// <param name="ProcessorPermille">The percentile of that.</param>
/// <param name="HighestProcessorPermille">That in the busiest hour.</param>
/// <param name="Operations">The percentile of its disk operations a second.</param>
/// <param name="Kilobits">The percentile of its network traffic in kbit/s.</param>
/// <param name="BusiestHour">When its processors are busiest, in hours from Monday 0:00.</param>
public sealed record LoadMeasure(
    int MeanProcessorPermille,
    long ProcessorPermille,
    long HighestProcessorPermille,
    long Operations,
    long Kilobits,
    int BusiestHour)
{
    /// <summary>Measures a server.</summary>
    /// <param name="profile">What its load is made of.</param>
    /// <param name="percentile">Which percentile, 50 to 100.</param>
    /// <exception cref="LabException">There is no such percentile.</exception>
    public static LoadMeasure Of(LoadProfile profile, int percentile)
    {
        new PlanSettings { Percentile = percentile }.Demand();
        IReadOnlyList<LoadSample> week = LoadWeek.Of(profile);
        long[] processors = [.. week.Select(static hour => (long)hour.ProcessorPermille)];
        return new LoadMeasure(
            (int)(processors.Sum() / LoadWeek.Hours),
            Percentile.Of(processors, percentile),
            processors.Max(),
            Percentile.Of([.. week.Select(static hour => (long)hour.Operations)], percentile),
            Percentile.Of([.. week.Select(static hour => (long)hour.Kilobits)], percentile),
            Array.IndexOf(processors, processors.Max()));
    }
}
