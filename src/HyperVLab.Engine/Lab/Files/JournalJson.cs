using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Management.Roles;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace HyperVLab.Engine.Files;

/// <summary>Writes and reads the inputs of a journal, one object each.</summary>
internal static class JournalJson
{
    /// <summary>Writes an input.</summary>
    public static void Write(JsonWriter writer, JournalEntry entry)
    {
        writer.WriteStartObject();
        WriteNumber(writer, "account", entry.Caller?.Account?.Number);
        WriteNumber(writer, "at", entry.At?.Ticks);
        WriteNumber(writer, "computer", entry.Caller?.Computer?.Number);
        if (entry.ErrorKey is { } error)
        {
            writer.WritePropertyName("error");
            writer.WriteValue(error);
        }

        WriteNumber(writer, "eventsBefore", entry.EventsBefore);
        writer.WritePropertyName("kind");
        writer.WriteValue(entry.Kind.ToString());
        if (entry.Request is { } request)
        {
            writer.WritePropertyName("parameters");
            StateJsonWriter.WriteRecord(writer, request);
            writer.WritePropertyName("request");
            writer.WriteValue(request.GetType().Name);
        }

        WriteNumber(writer, "role", entry.Caller?.Role?.Number);
        WriteNumber(writer, "to", entry.To?.Ticks);
        writer.WriteEndObject();
    }

    /// <summary>Reads an input.</summary>
    /// <exception cref="InvalidDataException">It is not one.</exception>
    public static JournalEntry Read(JToken token, string path)
    {
        JObject json = token as JObject ?? throw new InvalidDataException($"{path} is not an object.");
        string kindName = StateJsonReader.ReadString(json["kind"], $"{path}.kind");
        if (!Enum.TryParse(kindName, out JournalKind kind) || kind.ToString() != kindName)
        {
            throw new InvalidDataException($"{path}.kind is not Request, Refusal or Advance.");
        }

        long eventsBefore = StateJsonReader.ReadInteger(json["eventsBefore"], $"{path}.eventsBefore", 0);
        if (kind == JournalKind.Advance)
        {
            long to = StateJsonReader.ReadInteger(json["to"], $"{path}.to", 0);
            return new JournalEntry(kind, eventsBefore, null, null, null, TimeSpan.FromTicks(to));
        }

        string request = StateJsonReader.ReadString(json["request"], $"{path}.request");
        StateContract contract = LabKinds.RequestOf(request, $"{path}.request");
        string? error = kind == JournalKind.Refusal ? StateJsonReader.ReadString(json["error"], $"{path}.error") : null;
        var content = (LabRequest)StateJsonReader.ReadRecord(
            contract, json["parameters"], $"{path}.parameters", lowestKey: int.MinValue);
        return new JournalEntry(kind, eventsBefore, ReadCaller(json, path), content, error, null)
        {
            // Journals of before the audit trail have none.
            At = json.TryGetValue("at", StringComparison.Ordinal, out JToken? at)
                ? TimeSpan.FromTicks(StateJsonReader.ReadInteger(at, $"{path}.at", 0))
                : null,
        };
    }

    private static LabCaller ReadCaller(JObject json, string path) => new(
        ReadKey(json, "account", path) is { } account ? new Key<Account>(account) : null,
        ReadKey(json, "computer", path) is { } computer ? new Key<PhysicalComputer>(computer) : null)
    {
        Role = ReadKey(json, "role", path) is { } role ? new Key<UserRole>(role) : null,
    };

    private static int? ReadKey(JObject json, string name, string path) =>
        json.TryGetValue(name, StringComparison.Ordinal, out JToken? token)
            ? (int)StateJsonReader.ReadInteger(token, $"{path}.{name}", int.MinValue, int.MaxValue)
            : null;

    private static void WriteNumber(JsonWriter writer, string name, long? value)
    {
        if (value is { } number)
        {
            writer.WritePropertyName(name);
            writer.WriteValue(number);
        }
    }
}
