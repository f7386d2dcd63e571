using System.Globalization;
using HyperVLab.Simulation;
using Newtonsoft.Json.Linq;

namespace HyperVLab.Engine.Files;

/// <summary>
/// Reads what <see cref="StateJsonWriter"/> wrote, and refuses anything else by its place in the file.
/// </summary>
internal static class StateJsonReader
{
    /// <summary>Reads a record of a contract from an object.</summary>
    /// <exception cref="InvalidDataException">A value is missing, unknown or of another type.</exception>
    /// <param name="contract">The contract.</param>
    /// <param name="token">The object.</param>
    /// <param name="path">Its place in the file.</param>
    /// <param name="lowestKey">The lowest key that it may have: 1 in a state, any in what a caller asked for.</param>
    public static object ReadRecord(StateContract contract, JToken? token, string path, int lowestKey = 1)
    {
        JObject json = token as JObject ?? throw Wrong(path, "an object");
        object record = contract.Create();
        int found = 0;
        foreach (StateProperty property in contract.Properties)
        {
            string name = StateJsonWriter.NameOf(property);
            if (json.TryGetValue(name, StringComparison.Ordinal, out JToken? value))
            {
                found++;
                property.Set(record, ReadValue(property.Type, value, $"{path}.{name}", lowestKey));
            }
            else if (property.IsRequired)
            {
                throw new InvalidDataException($"{path}.{name} is missing.");
            }
        }

        return found == json.Count ? record : throw Unknown(contract, json, path);
    }

    /// <summary>Reads a whole number.</summary>
    /// <exception cref="InvalidDataException">It is none, or out of range.</exception>
    public static long ReadInteger(JToken? token, string path, long low = long.MinValue, long high = long.MaxValue) =>
        token is JValue { Value: long value } && value >= low && value <= high
            ? value
            : throw Wrong(path, string.Create(CultureInfo.InvariantCulture, $"a whole number from {low} to {high}"));

    /// <summary>Reads text.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static string ReadString(JToken? token, string path) =>
        token is JValue { Value: string text } ? text : throw Wrong(path, "text");

    /// <summary>Reads a list.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static JArray ReadList(JToken? token, string path) => token as JArray ?? throw Wrong(path, "a list");

    private static object ReadValue(StateType type, JToken token, string path, int lowestKey) => type.Kind switch
    {
        StateKind.Boolean => token is JValue { Value: bool value } ? value : throw Wrong(path, "true or false"),
        StateKind.Int32 => (int)ReadInteger(token, path, int.MinValue, int.MaxValue),
        StateKind.Int64 => ReadInteger(token, path),
        StateKind.Double => ReadDouble(token, path),
        StateKind.String => ReadString(token, path),
        StateKind.Guid =>
            Guid.TryParseExact(ReadString(token, path), "D", out Guid id) ? id : throw Wrong(path, "a GUID"),
        StateKind.TimeSpan => TimeSpan.FromTicks(ReadInteger(token, path)),
        StateKind.Enum => ReadEnum(type.Type, ReadString(token, path), path),
        StateKind.Key => Activator.CreateInstance(type.Type, (int)ReadInteger(token, path, lowestKey, int.MaxValue))!,
        StateKind.List => ReadItems(type.Element!, ReadList(token, path), path, lowestKey),
        _ => ReadRecord(type.Contract, token, path, lowestKey),
    };

    // A refused request may have been given what is no number: the journal keeps it, and JSON has only words for it.
    private static double ReadDouble(JToken token, string path) => token switch
    {
        JValue { Value: "NaN" } => double.NaN,
        JValue { Value: "Infinity" } => double.PositiveInfinity,
        JValue { Value: "-Infinity" } => double.NegativeInfinity,
        JValue { Value: double value } when double.IsFinite(value) => value,
        JValue { Value: long value } => value,
        _ => throw Wrong(path, "a number"),
    };

    private static object ReadEnum(Type type, string name, string path)
    {
        bool known = Enum.TryParse(type, name, ignoreCase: false, out object? value)
            && (Enum.IsDefined(type, value!) || type.IsDefined(typeof(FlagsAttribute), inherit: false))
            && string.Equals(value!.ToString(), name, StringComparison.Ordinal);
        return known ? value! : throw Wrong(path, $"one of {string.Join(", ", Enum.GetNames(type))}");
    }

    private static Array ReadItems(StateType element, JArray items, string path, int lowestKey)
    {
        var values = Array.CreateInstance(element.Type, items.Count);
        for (int index = 0; index < items.Count; index++)
        {
            values.SetValue(ReadValue(element, items[index], $"{path}[{index}]", lowestKey), index);
        }

        return values;
    }

    private static InvalidDataException Wrong(string path, string expected) => new($"{path} is not {expected}.");

    private static InvalidDataException Unknown(StateContract contract, JObject json, string path)
    {
        string name = json.Properties().Select(property => property.Name)
            .First(name => contract.Properties.All(property => StateJsonWriter.NameOf(property) != name));
        return new InvalidDataException($"{path}.{name} is not known.");
    }
}
