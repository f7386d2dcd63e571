using HyperVLab.Engine.Compute;
using HyperVLab.Objects;

namespace HyperVLab.Pictures;

/// <summary>Makes the timeline of a migration.</summary>
internal static class MigrationTimeline
{
    /// <summary>Its phases and passes in order.</summary>
    public static Timeline Of(VMMigrationMeasure measure)
    {
        List<TimelineBar> bars = [];
        foreach ((int index, MigrationStep step) in measure.Steps.Index())
        {
            if (step.Phase == MigrationPhase.Copying)
            {
                bars.AddRange(measure.Passes.Select(pass => new TimelineBar(
                    $"pass {pass.Number}",
                    ByteText.Of(pass.Bytes),
                    pass.StartTime - measure.StartTime,
                    pass.Duration,
                    TimelineTone.Sends)));
                continue;
            }

            TimeSpan end = index + 1 < measure.Steps.Length ? measure.Steps[index + 1].StartTime : measure.EndTime;
            bars.Add(new TimelineBar(
                NameOf(step.Phase),
                step.Phase == MigrationPhase.Stopped ? ByteText.Of(measure.RestBytes) : string.Empty,
                step.StartTime - measure.StartTime,
                end - step.StartTime,
                step.Phase == MigrationPhase.SettingUp ? TimelineTone.Prepares : TimelineTone.StandsStill));
        }

        string kind = measure.Kind == MigrationKind.Live ? "live migration" : "quick migration";
        return new Timeline(
            $"{measure}, {kind}{(measure.IsPrediction ? ", predicted" : string.Empty)}",
            [.. FactsOf(measure)],
            measure.Duration,
            bars);
    }

    private static IEnumerable<string> FactsOf(VMMigrationMeasure measure)
    {
        if (measure.Kind == MigrationKind.Live)
        {
            yield return $"{ByteText.Of(measure.BytesSent)} sent at {ByteText.Of(measure.BytesPerSecond)}/s "
                + $"in {measure.PassCount} {(measure.PassCount == 1 ? "pass" : "passes")} and a rest";
        }

        string outcome = measure.Phase switch
        {
            MigrationPhase.Succeeded => string.Empty,
            MigrationPhase.Failed => "; failed",
            _ => "; goes on",
        };
        yield return $"{TimeText.Of(measure.Duration)} in all{outcome}";
        if (measure.Blackout is { } blackout)
        {
            yield return measure.LeastBlackout == measure.MostBlackout
                ? $"blackout {TimeText.Of(blackout)}"
                : $"blackout {TimeText.Of(blackout)} ({TimeText.Of(measure.LeastBlackout!.Value)} to "
                    + $"{TimeText.Of(measure.MostBlackout!.Value)})";
        }
    }

    private static string NameOf(MigrationPhase phase) => phase switch
    {
        MigrationPhase.SettingUp => "set up",
        MigrationPhase.Stopped => "rest and state",
        MigrationPhase.HandingOver => "storage, disks",
        MigrationPhase.Resuming => "resume, MAC",
        MigrationPhase.Saving => "save",
        MigrationPhase.Moving => "move",
        _ => "restore",
    };
}
