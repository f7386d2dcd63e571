using System.Security.Cryptography;
using System.Text;
using HyperVLab.Simulation;
using Newtonsoft.Json;

namespace HyperVLab.Engine.Files;

/// <summary>Writes a whole lab as lab.json: canonical, so that two labs in one state give the same bytes.</summary>
internal static class LabWriter
{
    /// <summary>The file format's version.</summary>
    public const int FormatVersion = 1;

    /// <summary>The name of the closing digest.</summary>
    public const string DigestName = "digest";

    /// <summary>The file format's name.</summary>
    public const string FormatName = "hypervlab-lab";

    /// <summary>The lab as text, closed by a digest over all before it, so that a change made by hand shows.</summary>
    public static string Write(string name, LabState lab, Journal journal)
    {
        using var text = new StringWriter { NewLine = "\n" };
        WriteContent(text, name, lab, journal);
        string content = text.ToString().TrimEnd('\n', '}');
        return $"{content},\n\"{DigestName}\":\"{DigestOf(content)}\"}}\n";
    }

    /// <summary>SHA-256 of a text in UTF-8, in lower-case hexadecimal.</summary>
    public static string DigestOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static void WriteContent(TextWriter text, string name, LabState lab, Journal journal)
    {
        using JsonTextWriter writer = JsonFiles.Write(text);
        writer.WriteStartObject();
        Write(writer, "format", FormatName);
        Write(writer, "version", FormatVersion);
        Write(writer, "model", LabState.ModelVersion);
        Write(writer, "name", name);
        WriteState(writer, lab);
        Write(writer, "hash", journal.Hash);
        WriteList(writer, "journal", journal.Entries, JournalJson.Write);
        writer.WriteEndObject();
        JsonFiles.EndLine(writer);
    }

    /// <summary>Writes what a state hash covers: everything but the journal and the name.</summary>
    public static void WriteState(JsonTextWriter writer, LabState lab)
    {
        Write(writer, "seed", lab.Draws.Seed);
        Write(writer, "now", lab.Now.Ticks);
        Write(writer, "applied", lab.Scheduler.Applied);
        Write(writer, "nextSequence", lab.Scheduler.Queue.NextSequence);
        WriteList(writer, "tables", lab.Tables, WriteTable);
        WriteList(writer, "events", lab.Scheduler.Queue.ToList(), WriteEvent);
    }

    private static void WriteTable(JsonTextWriter writer, KeyValuePair<string, ITable> table)
    {
        writer.WriteStartObject();
        Write(writer, "name", table.Key);
        Write(writer, "next", table.Value.NextNumber);
        WriteList(writer, "rows", table.Value.Rows, StateJsonWriter.WriteRecord);
        writer.WriteEndObject();
    }

    private static void WriteEvent(JsonTextWriter writer, ScheduledEvent<LabEvent> happening)
    {
        writer.WriteStartObject();
        Write(writer, "due", happening.Due.Ticks);
        Write(writer, "sequence", happening.Sequence);
        Write(writer, "kind", happening.Event.GetType().Name);
        writer.WritePropertyName("event");
        StateJsonWriter.WriteRecord(writer, happening.Event);
        writer.WriteEndObject();
    }

    private static void Write(JsonTextWriter writer, string name, object value)
    {
        writer.WritePropertyName(name);
        writer.WriteValue(value);
    }

    private static void WriteList<T>(
        JsonTextWriter writer, string name, IEnumerable<T> items, Action<JsonTextWriter, T> write)
    {
        writer.WritePropertyName(name);
        writer.WriteStartArray();
        foreach (T item in items)
        {
            JsonFiles.EndLine(writer);
            write(writer, item);
        }

        writer.WriteEndArray();
    }
}
