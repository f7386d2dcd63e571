using HyperVLab.Engine.Files;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace HyperVLab.Engine.Storage;

/// <summary>Writes and reads disks.json, which says of which blocks an export's disks are made.</summary>
internal static class DiskMap
{
    private const string FormatName = "hypervlab-disks";
    private const int FormatVersion = 1;
    private const int DigestLength = 64;

    /// <summary>Writes the map: a line a disk, so that differences can be read.</summary>
    public static void Write(TextWriter text, IEnumerable<ExportedDisk> disks)
    {
        using JsonTextWriter writer = JsonFiles.Write(text);
        writer.WriteStartObject();
        writer.WritePropertyName("format");
        writer.WriteValue(FormatName);
        writer.WritePropertyName("version");
        writer.WriteValue(FormatVersion);
        writer.WritePropertyName("disks");
        writer.WriteStartArray();
        foreach (ExportedDisk disk in disks)
        {
            JsonFiles.EndLine(writer);
            WriteDisk(writer, disk);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        JsonFiles.EndLine(writer);
    }

    /// <summary>Reads a map.</summary>
    /// <exception cref="InvalidDataException">It is none that this version reads.</exception>
    public static List<ExportedDisk> Read(TextReader text)
    {
        JObject json = JsonFiles.Read(text);
        if ((json["format"] as JValue)?.Value as string != FormatName)
        {
            throw new InvalidDataException($"format is not '{FormatName}': this is no map of disks.");
        }

        JsonFiles.CheckVersion(json, "version", FormatVersion);
        JArray disks = StateJsonReader.ReadList(json["disks"], "disks");
        return [.. disks.Select((token, index) => ReadDisk(token, $"disks[{index}]"))];
    }

    private static void WriteDisk(JsonTextWriter writer, ExportedDisk disk)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("length");
        writer.WriteValue(disk.Length);
        writer.WritePropertyName("path");
        writer.WriteValue(disk.Location.Path);
        writer.WritePropertyName("pieces");
        writer.WriteStartArray();
        foreach (ExportedPiece piece in disk.Pieces)
        {
            writer.WriteStartArray();
            writer.WriteValue(piece.Offset);
            writer.WriteValue(piece.Length);
            writer.WriteValue(piece.Digest);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WritePropertyName("volume");
        writer.WriteValue(disk.Location.Volume);
        writer.WriteEndObject();
    }

    private static ExportedDisk ReadDisk(JToken token, string path)
    {
        JObject json = token as JObject ?? throw new InvalidDataException($"{path} is not an object.");
        long length = StateJsonReader.ReadInteger(json["length"], $"{path}.length", 0);
        var location = new DiskLocation(
            (int)StateJsonReader.ReadInteger(json["volume"], $"{path}.volume", DiskLocation.Luns, int.MaxValue),
            StateJsonReader.ReadString(json["path"], $"{path}.path"));
        List<ExportedPiece> pieces = [];
        long end = 0;
        foreach (JToken item in StateJsonReader.ReadList(json["pieces"], $"{path}.pieces"))
        {
            ExportedPiece piece = ReadPiece(item, $"{path}.pieces[{pieces.Count}]", end, length);
            end = piece.Offset + piece.Length;
            pieces.Add(piece);
        }

        return new ExportedDisk(location, length, pieces);
    }

    private static ExportedPiece ReadPiece(JToken token, string path, long from, long to)
    {
        if (token is not JArray { Count: 3 } values)
        {
            throw new InvalidDataException($"{path} is not an offset, a length and a digest.");
        }

        long offset = StateJsonReader.ReadInteger(values[0], $"{path}[0]", from, to);
        int length = (int)StateJsonReader.ReadInteger(
            values[1], $"{path}[1]", 1, Math.Min(BlockFolder.MaximumBytes, to - offset));
        string digest = StateJsonReader.ReadString(values[2], $"{path}[2]");
        return digest.Length == DigestLength && digest.All(char.IsAsciiHexDigitLower)
            ? new ExportedPiece(offset, length, digest)
            : throw new InvalidDataException($"{path}[2] is no SHA-256 in lower-case hexadecimal.");
    }
}
