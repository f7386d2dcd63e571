using HyperVLab.Engine.Files;
using HyperVLab.Engine.Proof;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace HyperVLab.Engine.Swarm;

/// <summary>Writes and reads reports.</summary>
internal static class SwarmReportJson
{
    /// <summary>Writes the members of a report's object.</summary>
    public static void Write(JsonTextWriter writer, SwarmReport report)
    {
        Write(writer, "seeds", report.Seeds);
        Write(writer, "events", report.Events);
        Write(writer, "requests", report.Requests);
        Write(writer, "refusals", report.Refusals);
        Write(writer, "faultsBegun", report.FaultsBegun);
        Write(writer, "virtualTicks", report.VirtualTime.Ticks);
        Write(writer, "pingsSent", report.PingsSent);
        Write(writer, "pingsLost", report.PingsLost);
        Write(writer, "digest", report.Digest);
        Write(writer, "failovers", report.Failovers);
        Write(writer, "convergence", report.Convergence);
        writer.WritePropertyName("unplannedDowntime");
        writer.WriteStartObject();
        foreach ((string cause, SwarmHistogram times) in report.UnplannedDowntime)
        {
            Write(writer, cause, times);
        }

        writer.WriteEndObject();
        writer.WritePropertyName("steps");
        writer.WriteStartObject();
        foreach ((string kind, long count) in report.Steps)
        {
            Write(writer, kind, count);
        }

        writer.WriteEndObject();
        writer.WritePropertyName("unequalSeeds");
        writer.WriteStartArray();
        foreach (long seed in report.UnequalSeeds)
        {
            writer.WriteValue(seed);
        }

        writer.WriteEndArray();
        WriteFindings(writer, report.Findings);
    }

    /// <summary>Reads a report.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static SwarmReport Read(JObject json)
    {
        var report = new SwarmReport
        {
            Seeds = Number(json, "seeds"),
            Events = Number(json, "events"),
            Requests = Number(json, "requests"),
            Refusals = Number(json, "refusals"),
            FaultsBegun = Number(json, "faultsBegun"),
            VirtualTime = TimeSpan.FromTicks(Number(json, "virtualTicks")),
            PingsSent = Number(json, "pingsSent"),
            PingsLost = Number(json, "pingsLost"),
        };
        report.Mix(DigestOf(StateJsonReader.ReadString(json["digest"], "digest")));
        Read(report.Failovers, json["failovers"], "failovers");
        Read(report.Convergence, json["convergence"], "convergence");
        foreach ((string cause, JToken? times) in Members(json, "unplannedDowntime"))
        {
            Read(report.DowntimeOf(cause), times, $"unplannedDowntime.{cause}");
        }

        foreach ((string kind, JToken? count) in Members(json, "steps"))
        {
            report.CountStep(kind, StateJsonReader.ReadInteger(count, $"steps.{kind}", 0));
        }

        foreach (JToken seed in StateJsonReader.ReadList(json["unequalSeeds"], "unequalSeeds"))
        {
            report.ReportUnequal(StateJsonReader.ReadInteger(seed, "unequalSeeds"));
        }

        foreach (JToken finding in StateJsonReader.ReadList(json["findings"], "findings"))
        {
            report.Report(ReadFinding(finding));
        }

        return report;
    }

    private static void WriteFindings(JsonTextWriter writer, IReadOnlyList<SwarmFinding> findings)
    {
        writer.WritePropertyName("findings");
        writer.WriteStartArray();
        foreach (SwarmFinding finding in findings)
        {
            JsonFiles.EndLine(writer);
            writer.WriteStartObject();
            Write(writer, "invariant", finding.Violation.Invariant.ToString());
            Write(writer, "target", finding.Violation.Target);
            Write(writer, "message", finding.Violation.Message);
            Write(writer, "atTicks", finding.At.Ticks);
            Write(writer, "drawnSteps", finding.DrawnSteps);
            SwarmPlanJson.Write(writer, finding.Plan);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static SwarmFinding ReadFinding(JToken token)
    {
        JObject json = token as JObject ?? throw new InvalidDataException("A finding is not an object.");
        string invariant = StateJsonReader.ReadString(json["invariant"], "invariant");
        if (!Enum.TryParse(invariant, out LabInvariant known))
        {
            throw new InvalidDataException($"'{invariant}' is no invariant.");
        }

        SwarmPlan plan = SwarmPlanJson.Read(json);
        var violation = new Violation(
            known,
            StateJsonReader.ReadString(json["target"], "target"),
            StateJsonReader.ReadString(json["message"], "message"));
        return new SwarmFinding(
            plan.Seed, TimeSpan.FromTicks(Number(json, "atTicks")), violation, (int)Number(json, "drawnSteps"), plan);
    }

    private static void Write(JsonTextWriter writer, string name, object value)
    {
        writer.WritePropertyName(name);
        writer.WriteValue(value);
    }

    private static void Write(JsonTextWriter writer, string name, SwarmHistogram times)
    {
        writer.WritePropertyName(name);
        writer.WriteStartObject();
        Write(writer, "longestTicks", times.Longest.Ticks);
        Write(writer, "totalTicks", times.Total.Ticks);
        writer.WritePropertyName("counts");
        writer.WriteStartArray();
        foreach (long count in times.Counts)
        {
            writer.WriteValue(count);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Read(SwarmHistogram times, JToken? token, string path)
    {
        JObject json = token as JObject ?? throw new InvalidDataException($"{path} is not an object.");
        long[] counts =
        [
            .. StateJsonReader.ReadList(json["counts"], $"{path}.counts")
                .Select(count => StateJsonReader.ReadInteger(count, $"{path}.counts", 0)),
        ];
        if (counts.Length != times.Counts.Count)
        {
            throw new InvalidDataException($"{path} has {counts.Length} classes in place of {times.Counts.Count}.");
        }

        times.Restore(
            counts,
            TimeSpan.FromTicks(StateJsonReader.ReadInteger(json["totalTicks"], $"{path}.totalTicks", 0)),
            TimeSpan.FromTicks(StateJsonReader.ReadInteger(json["longestTicks"], $"{path}.longestTicks", 0)));
    }

    private static JObject Members(JObject json, string name) =>
        json[name] as JObject ?? throw new InvalidDataException($"{name} is not an object.");

    private static long Number(JObject json, string name) => StateJsonReader.ReadInteger(json[name], name, 0);

    private static byte[] DigestOf(string text) =>
        text.Length == 64 && text.All(char.IsAsciiHexDigitLower)
            ? Convert.FromHexString(text)
            : throw new InvalidDataException("digest is not 64 lower-case hexadecimal digits.");
}
