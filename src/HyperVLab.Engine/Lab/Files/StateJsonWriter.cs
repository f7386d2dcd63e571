using System.Collections;
using HyperVLab.Simulation;
using Newtonsoft.Json;

namespace HyperVLab.Engine.Files;

/// <summary>
/// Writes values of a lab's state as canonical JSON: names in ordinal order, nulls left out, no white space.
/// </summary>
internal static class StateJsonWriter
{
    /// <summary>Writes an entity, event, request or record as an object.</summary>
    public static void WriteRecord(JsonWriter writer, object value)
    {
        writer.WriteStartObject();
        foreach (StateProperty property in StateContract.Of(value.GetType()).Properties)
        {
            if (property.Get(value) is { } content)
            {
                writer.WritePropertyName(NameOf(property));
                WriteValue(writer, property.Type, content);
            }
        }

        writer.WriteEndObject();
    }

    /// <summary>The name of a property in JSON.</summary>
    public static string NameOf(StateProperty property) => char.ToLowerInvariant(property.Name[0]) + property.Name[1..];

    private static void WriteValue(JsonWriter writer, StateType type, object value)
    {
        switch (type.Kind)
        {
            case StateKind.TimeSpan:
                writer.WriteValue(((TimeSpan)value).Ticks);
                break;
            case StateKind.Enum or StateKind.Guid:
                writer.WriteValue(value.ToString());
                break;
            case StateKind.Key:
                writer.WriteValue(((IKey)value).Number);
                break;
            case StateKind.List:
                writer.WriteStartArray();
                foreach (object item in (IEnumerable)value)
                {
                    WriteValue(writer, type.Element!, item);
                }

                writer.WriteEndArray();
                break;
            case StateKind.Record:
                WriteRecord(writer, value);
                break;
            default:
                writer.WriteValue(value);
                break;
        }
    }
}
