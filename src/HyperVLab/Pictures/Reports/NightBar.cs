using System.Globalization;
using HyperVLab.Engine.Management.Consolidation;
using HyperVLab.Objects;

namespace HyperVLab.Pictures.Reports;

/// <summary>One conversion as a bar of a night.</summary>
/// <param name="Start">When it begins.</param>
/// <param name="End">When it ends.</param>
/// <param name="Look">Its class in the drawing.</param>
/// <param name="About">What it says when it is pointed at.</param>
internal sealed record NightBar(TimeSpan Start, TimeSpan End, string Look, string About)
{
    /// <summary>What was done.</summary>
    public static NightBar Of(ConversionOutcome outcome) => new(
        outcome.StartTime,
        outcome.EndTime,
        !outcome.IsCompleted ? "bad" : outcome.Attempt > 1 ? "two" : "one",
        $"{outcome.Name}, {Moment(outcome.StartTime)} to {Moment(outcome.EndTime)}"
            + (outcome.IsCompleted ? string.Empty : $": {outcome.Error}"));

    /// <summary>What is planned.</summary>
    public static NightBar Of(ScheduledConversion conversion) => new(
        conversion.Start,
        conversion.End,
        conversion.IsOnline ? "one" : "two",
        $"{conversion.VM.Server.Name} to {conversion.VM.Host}, {Moment(conversion.Start)} to {Moment(conversion.End)}");

    /// <summary>A moment of a schedule: its day and its time.</summary>
    public static string Moment(TimeSpan moment) => moment.ToString(@"d\.hh\:mm", CultureInfo.InvariantCulture);
}
