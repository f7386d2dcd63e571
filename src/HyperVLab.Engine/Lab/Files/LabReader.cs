using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;
using Newtonsoft.Json.Linq;

namespace HyperVLab.Engine.Files;

/// <summary>Reads a lab.json that may have been cut, edited by hand, or made by a later version.</summary>
internal static class LabReader
{
    /// <summary>Reads a lab.</summary>
    /// <param name="text">The file.</param>
    /// <param name="disks">Where the lab's disks are.</param>
    /// <exception cref="InvalidDataException">
    /// It is not a lab that this version can run; the message says where and why.
    /// </exception>
    public static (string Name, LabState State, Journal Journal) Read(TextReader text, IDiskStore disks)
    {
        JObject json = JsonFiles.Read(text);
        CheckVersion(json);
        var lab = new LabState(StateJsonReader.ReadInteger(json["seed"], "seed"), disks);
        ReadTables(StateJsonReader.ReadList(json["tables"], "tables"), lab);
        ReadClock(json, lab);
        var journal = new Journal();
        JArray inputs = StateJsonReader.ReadList(json["journal"], "journal");
        journal.Restore(
            StateJsonReader.ReadString(json["hash"], "hash"),
            inputs.Select((token, index) => JournalJson.Read(token, $"journal[{index}]")));
        LabIntegrity.Check(lab);
        string name = StateJsonReader.ReadString(json["name"], "name");
        CheckDigest(json, LabWriter.Write(name, lab, journal));
        return (name, lab, journal);
    }

    // The form is canonical: what was read, written again, closes with the digest that it came with, or it was changed.
    private static void CheckDigest(JObject json, string again)
    {
        string digest = StateJsonReader.ReadString(json[LabWriter.DigestName], LabWriter.DigestName);
        if (!again.EndsWith($"\"{LabWriter.DigestName}\":\"{digest}\"}}\n", StringComparison.Ordinal))
        {
            throw new InvalidDataException(
                "digest is not that of the content: the file was changed after it was written.");
        }
    }

    private static void CheckVersion(JObject json)
    {
        if (json["format"] is not JValue { Value: LabWriter.FormatName })
        {
            throw new InvalidDataException($"format is not '{LabWriter.FormatName}': this is no lab file.");
        }

        JsonFiles.CheckVersion(json, "version", LabWriter.FormatVersion);
        JsonFiles.CheckVersion(json, "model", LabState.ModelVersion);
    }

    private static void ReadTables(JArray tables, LabState lab)
    {
        if (tables.Count != lab.Tables.Count)
        {
            throw new InvalidDataException($"tables has {tables.Count} tables in place of {lab.Tables.Count}.");
        }

        for (int index = 0; index < tables.Count; index++)
        {
            string path = $"tables[{index}]";
            (string name, ITable table) = lab.Tables[index];
            JToken json = tables[index];
            if (json is not JObject || StateJsonReader.ReadString(json["name"], $"{path}.name") != name)
            {
                throw new InvalidDataException($"{path} is not the table '{name}'.");
            }

            StateContract contract = StateContract.Of(table.EntityType);
            JArray rows = StateJsonReader.ReadList(json["rows"], $"{path}.rows");
            table.Restore(
                (int)StateJsonReader.ReadInteger(json["next"], $"{path}.next", 1, int.MaxValue),
                rows.Select((row, number) => StateJsonReader.ReadRecord(contract, row, $"{name}[{number}]")).ToList());
        }
    }

    private static void ReadClock(JObject json, LabState lab)
    {
        JArray events = StateJsonReader.ReadList(json["events"], "events");
        lab.Scheduler.Restore(
            TimeSpan.FromTicks(StateJsonReader.ReadInteger(json["now"], "now", 0)),
            StateJsonReader.ReadInteger(json["applied"], "applied", 0),
            StateJsonReader.ReadInteger(json["nextSequence"], "nextSequence", 1),
            [.. events.Select((token, index) => ReadEvent(token, $"events[{index}]"))]);
    }

    private static ScheduledEvent<LabEvent> ReadEvent(JToken token, string path)
    {
        JObject json = token as JObject ?? throw new InvalidDataException($"{path} is not an object.");
        StateContract contract = LabKinds.EventOf(StateJsonReader.ReadString(json["kind"], $"{path}.kind"), path);
        return new ScheduledEvent<LabEvent>(
            TimeSpan.FromTicks(StateJsonReader.ReadInteger(json["due"], $"{path}.due", 0)),
            StateJsonReader.ReadInteger(json["sequence"], $"{path}.sequence", 1),
            (LabEvent)StateJsonReader.ReadRecord(contract, json["event"], $"{path}.event"));
    }
}
