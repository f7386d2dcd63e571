using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace HyperVLab.Engine.Files;

/// <summary>How JSON files of the lab are opened: strictly, and the same on every system.</summary>
internal static class JsonFiles
{
    private static readonly JsonLoadSettings s_strict = new()
    {
        CommentHandling = CommentHandling.Load,
        DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error,
    };

    /// <summary>A writer of canonical JSON.</summary>
    public static JsonTextWriter Write(TextWriter text) => new(text)
    {
        Culture = CultureInfo.InvariantCulture,
        Formatting = Formatting.None,
        CloseOutput = false,
    };

    /// <summary>Reads one JSON object that is the whole text.</summary>
    /// <exception cref="InvalidDataException">
    /// It is not one: truncated, nested too deep, a name twice, or more after it.
    /// </exception>
    public static JObject Read(TextReader text)
    {
        using var reader = new JsonTextReader(text)
        {
            Culture = CultureInfo.InvariantCulture,
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Double,
            MaxDepth = 64,
            CloseInput = false,
        };
        try
        {
            JObject json = JObject.Load(reader, s_strict);
            return reader.Read() ? throw new InvalidDataException("Something stands behind the end.") : json;
        }
        catch (JsonException damage)
        {
            throw new InvalidDataException(damage.Message, damage);
        }
    }

    /// <summary>Refuses a file whose version is not the one that is known.</summary>
    /// <exception cref="InvalidDataException">It is of another version.</exception>
    public static void CheckVersion(JObject json, string name, int known)
    {
        long found = StateJsonReader.ReadInteger(json[name], name, 1, int.MaxValue);
        if (found != known)
        {
            throw new InvalidDataException($"{name} is {found}, and this version of HyperVLab reads {known}.");
        }
    }

    /// <summary>Ends a line, so that a row stands on a line of its own and differences can be read.</summary>
    public static void EndLine(JsonTextWriter writer) => writer.WriteWhitespace("\n");
}
