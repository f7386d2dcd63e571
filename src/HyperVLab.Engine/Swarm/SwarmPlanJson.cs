using HyperVLab.Engine.Files;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace HyperVLab.Engine.Swarm;

/// <summary>Writes and reads schedules.</summary>
internal static class SwarmPlanJson
{
    /// <summary>Writes the members of a schedule's object.</summary>
    public static void Write(JsonTextWriter writer, SwarmPlan plan)
    {
        writer.WritePropertyName("seed");
        writer.WriteValue(plan.Seed);
        writer.WritePropertyName("length");
        writer.WriteValue(plan.Length.Ticks);
        writer.WritePropertyName("fabric");
        StateJsonWriter.WriteRecord(writer, plan.Fabric);
        writer.WritePropertyName("steps");
        writer.WriteStartArray();
        foreach (SwarmStep step in plan.Steps)
        {
            JsonFiles.EndLine(writer);
            writer.WriteStartObject();
            writer.WritePropertyName("at");
            writer.WriteValue(step.At.Ticks);
            writer.WritePropertyName("kind");
            writer.WriteValue(step.Kind);
            writer.WritePropertyName("request");
            writer.WriteValue(step.Request.GetType().Name);
            writer.WritePropertyName("parameters");
            StateJsonWriter.WriteRecord(writer, step.Request);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Reads a schedule.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static SwarmPlan Read(JObject json)
    {
        JArray steps = StateJsonReader.ReadList(json["steps"], "steps");
        return new SwarmPlan(
            StateJsonReader.ReadInteger(json["seed"], "seed"),
            (SwarmFabric)StateJsonReader.ReadRecord(StateContract.Of(typeof(SwarmFabric)), json["fabric"], "fabric"),
            TimeSpan.FromTicks(StateJsonReader.ReadInteger(json["length"], "length", 0)),
            [.. steps.Select((token, index) => ReadStep(token, $"steps[{index}]")).OrderBy(static step => step.At)]);
    }

    private static SwarmStep ReadStep(JToken token, string path)
    {
        JObject json = token as JObject ?? throw new InvalidDataException($"{path} is not an object.");
        StateContract contract = LabKinds.RequestOf(
            StateJsonReader.ReadString(json["request"], $"{path}.request"), $"{path}.request");
        return new SwarmStep(
            TimeSpan.FromTicks(StateJsonReader.ReadInteger(json["at"], $"{path}.at", 0)),
            StateJsonReader.ReadString(json["kind"], $"{path}.kind"),
            (LabRequest)StateJsonReader.ReadRecord(
                contract, json["parameters"], $"{path}.parameters", lowestKey: int.MinValue));
    }
}
