using HyperVLab.Engine.Files;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace HyperVLab.Engine.Storage;

/// <summary>Writes and reads checkpoints.json, which says what checkpoints there are.</summary>
internal static class LabCheckpointList
{
    private const string FileName = "checkpoints.json";
    private const string FormatName = "hypervlab-checkpoints";
    private const int FormatVersion = 1;

    /// <summary>Writes it, whole or not at all.</summary>
    public static void Write(string folder, IEnumerable<LabCheckpoint> checkpoints)
    {
        using var text = new StringWriter();
        using (JsonTextWriter writer = JsonFiles.Write(text))
        {
            new JObject
            {
                ["format"] = FormatName,
                ["version"] = FormatVersion,
                ["checkpoints"] = new JArray(checkpoints.Select(Write)),
            }.WriteTo(writer);
        }

        Directory.CreateDirectory(folder);
        DiskExport.WriteWhole(Path.Combine(folder, FileName), text.ToString());
    }

    /// <summary>Reads it; where it is not there, there are none.</summary>
    /// <exception cref="InvalidDataException">It is none that this version knows.</exception>
    public static IReadOnlyList<LabCheckpoint> Read(string folder)
    {
        string path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return [];
        }

        using StreamReader text = File.OpenText(path);
        JObject json = JsonFiles.Read(text);
        if (json["format"] is not JValue { Value: FormatName })
        {
            throw new InvalidDataException($"format is not '{FormatName}'.");
        }

        JsonFiles.CheckVersion(json, "version", FormatVersion);
        JArray all = StateJsonReader.ReadList(json["checkpoints"], "checkpoints");
        return [.. all.Select((token, index) => Read(token, $"checkpoints[{index}]"))];
    }

    private static JObject Write(LabCheckpoint checkpoint) => new()
    {
        ["number"] = checkpoint.Number,
        ["name"] = checkpoint.Name,
        ["time"] = checkpoint.Time.Ticks,
        ["applied"] = checkpoint.EventsApplied,
        ["hash"] = checkpoint.JournalHash,
    };

    private static LabCheckpoint Read(JToken token, string path)
    {
        JObject json = token as JObject ?? throw new InvalidDataException($"{path} is not an object.");
        return new LabCheckpoint(
            (int)StateJsonReader.ReadInteger(json["number"], $"{path}.number", 1, int.MaxValue),
            StateJsonReader.ReadString(json["name"], $"{path}.name"),
            TimeSpan.FromTicks(StateJsonReader.ReadInteger(json["time"], $"{path}.time", 0)),
            StateJsonReader.ReadInteger(json["applied"], $"{path}.applied", 0),
            StateJsonReader.ReadString(json["hash"], $"{path}.hash"));
    }
}
