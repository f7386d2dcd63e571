using System.Globalization;
using HyperVLab.Engine.Files;
using HyperVLab.Engine.Requests;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace HyperVLab.Engine.Swarm;

/// <summary>Keeps schedules and reports in files.</summary>
public static class SwarmFile
{
    private const int FormatVersion = 1;
    private const string PlanFormat = "hypervlab-swarm-schedule";
    private const string ReportFormat = "hypervlab-swarm-report";

    /// <summary>Writes a schedule, a step a line.</summary>
    public static void Write(TextWriter text, SwarmPlan plan) => Write(text, PlanFormat, writer =>
        SwarmPlanJson.Write(writer, plan));

    /// <summary>Writes a report.</summary>
    public static void Write(TextWriter text, SwarmReport report) => Write(text, ReportFormat, writer =>
        SwarmReportJson.Write(writer, report));

    /// <summary>
    /// Reads the schedules of a file: the one that <see cref="Write(TextWriter, SwarmPlan)"/> or a person wrote, or
    /// those of all that a report found.
    /// </summary>
    /// <exception cref="LabException">It is no such file; the message says where and why.</exception>
    public static IReadOnlyList<SwarmPlan> ReadPlans(TextReader text) => Read<IReadOnlyList<SwarmPlan>>(
        text, static (format, json) => format switch
        {
            PlanFormat => [SwarmPlanJson.Read(json)],
            ReportFormat => [.. SwarmReportJson.Read(json).Findings.Select(static finding => finding.Plan)],
            _ => throw new InvalidDataException($"format is neither '{PlanFormat}' nor '{ReportFormat}'."),
        });

    /// <summary>Reads a report.</summary>
    /// <exception cref="LabException">It is none; the message says where and why.</exception>
    public static SwarmReport ReadReport(TextReader text) => Read(text, static (format, json) => format == ReportFormat
        ? SwarmReportJson.Read(json)
        : throw new InvalidDataException($"format is not '{ReportFormat}'."));

    /// <summary>Reads a range of seeds: <c>1..100</c>, or one: <c>7</c>.</summary>
    /// <exception cref="LabException">It is none.</exception>
    public static (long First, long Last) ReadRange(string text) =>
        ReadPair(text, "..") is { } range && range.First <= range.Second
            ? range
            : throw SwarmErrors.RangeNotUsable.For(text, text);

    /// <summary>Reads a shard: <c>3/10</c> is the third of ten.</summary>
    /// <exception cref="LabException">It is none.</exception>
    public static (long Number, long Of) ReadShard(string text) =>
        ReadPair(text, "/") is { } shard && shard.First >= 1 && shard.First <= shard.Second && text.Contains('/')
            ? shard
            : throw SwarmErrors.ShardNotUsable.For(text, text);

    private static (long First, long Second)? ReadPair(string text, string separator)
    {
        string[] parts = text.Split(separator);
        return parts.Length is 1 or 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out long first)
            && long.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out long second)
                ? (first, second)
                : null;
    }

    private static void Write(TextWriter text, string format, Action<JsonTextWriter> content)
    {
        using JsonTextWriter writer = JsonFiles.Write(text);
        writer.WriteStartObject();
        writer.WritePropertyName("format");
        writer.WriteValue(format);
        writer.WritePropertyName("version");
        writer.WriteValue(FormatVersion);
        content(writer);
        writer.WriteEndObject();
        JsonFiles.EndLine(writer);
    }

    private static T Read<T>(TextReader text, Func<string, JObject, T> content)
    {
        try
        {
            JObject json = JsonFiles.Read(text);
            string format = StateJsonReader.ReadString(json["format"], "format");
            JsonFiles.CheckVersion(json, "version", FormatVersion);
            return content(format, json);
        }
        catch (InvalidDataException damage)
        {
            throw SwarmErrors.FileNotUsable.For(null, damage.Message);
        }
    }
}
