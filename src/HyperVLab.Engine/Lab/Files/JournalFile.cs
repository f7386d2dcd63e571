using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace HyperVLab.Engine.Files;

/// <summary>
/// A journal as it is kept in a file: a seed, the inputs, and the hash that replaying them must give.
/// </summary>
/// <param name="Name">The lab's name.</param>
/// <param name="Seed">The lab's seed.</param>
/// <param name="Applied">How many events had been applied when the journal was exported.</param>
/// <param name="Hash">The journal hash at that moment.</param>
/// <param name="Entries">The inputs in order.</param>
public sealed record JournalFile(string Name, long Seed, long Applied, string Hash, IReadOnlyList<JournalEntry> Entries)
{
    private const int FormatVersion = 1;
    private const string FormatName = "hypervlab-journal";

    // Beyond any lab ever seen; it bounds what a made-up file can make a replay do.
    private const long MostEvents = 1_000_000_000;

    /// <summary>Writes the journal, an input a line.</summary>
    public void WriteTo(TextWriter text)
    {
        using JsonTextWriter writer = JsonFiles.Write(text);
        writer.WriteStartObject();
        Write(writer, "format", FormatName);
        Write(writer, "version", FormatVersion);
        Write(writer, "model", LabState.ModelVersion);
        Write(writer, "name", Name);
        Write(writer, "seed", Seed);
        Write(writer, "applied", Applied);
        Write(writer, "hash", Hash);
        writer.WritePropertyName("journal");
        writer.WriteStartArray();
        foreach (JournalEntry entry in Entries)
        {
            JsonFiles.EndLine(writer);
            JournalJson.Write(writer, entry);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        JsonFiles.EndLine(writer);
    }

    /// <summary>Reads a journal that may have been cut, edited by hand, or made by a later version.</summary>
    /// <exception cref="Requests.LabException">
    /// It is none that this version can replay; the message says where and why.
    /// </exception>
    public static JournalFile ReadFrom(TextReader text)
    {
        try
        {
            return Read(JsonFiles.Read(text));
        }
        catch (InvalidDataException damage)
        {
            throw LabErrors.JournalDamaged.For(null, damage.Message);
        }
    }

    private static JournalFile Read(JObject json)
    {
        if (json["format"] is not JValue { Value: FormatName })
        {
            throw new InvalidDataException($"format is not '{FormatName}': this is no journal.");
        }

        JsonFiles.CheckVersion(json, "version", FormatVersion);
        JsonFiles.CheckVersion(json, "model", LabState.ModelVersion);
        JArray inputs = StateJsonReader.ReadList(json["journal"], "journal");
        JournalEntry[] entries = [.. inputs.Select((token, index) => JournalJson.Read(token, $"journal[{index}]"))];
        long applied = StateJsonReader.ReadInteger(json["applied"], "applied", 0, MostEvents);
        for (int index = 0; index < entries.Length; index++)
        {
            if (entries[index].EventsBefore > applied
                || (index > 0 && entries[index].EventsBefore < entries[index - 1].EventsBefore))
            {
                throw new InvalidDataException($"journal[{index}].eventsBefore does not ascend up to applied.");
            }
        }

        return new JournalFile(
            StateJsonReader.ReadString(json["name"], "name"),
            StateJsonReader.ReadInteger(json["seed"], "seed"),
            applied,
            StateJsonReader.ReadString(json["hash"], "hash"),
            entries);
    }

    private static void Write(JsonTextWriter writer, string name, object value)
    {
        writer.WritePropertyName(name);
        writer.WriteValue(value);
    }
}
