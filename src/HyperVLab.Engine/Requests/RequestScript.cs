using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Requests;

/// <summary>Writes a request as the PowerShell that makes it.</summary>
internal static class RequestScript
{
    private static readonly ConcurrentDictionary<Type, Shape> s_shapes = new();

    /// <summary>The command line, with names in place of keys.</summary>
    public static string Of(LabState lab, LabRequest request)
    {
        Shape shape = s_shapes.GetOrAdd(request.GetType(), static type => new Shape(type));
        var text = new StringBuilder(shape.Cmdlet);
        for (int index = 0; index < shape.Properties.Count; index++)
        {
            if (shape.Properties[index].Get(request) is not { } value || value is false)
            {
                continue;
            }

            text.Append(" -").Append(shape.Parameters[index]);
            if (value is not true)
            {
                text.Append(' ').Append(ValueOf(lab, value));
            }
        }

        return text.ToString();
    }

    /// <summary><c>NewVM</c> is <c>New-LabVM</c>, <c>NewLab</c> is <c>New-Lab</c>.</summary>
    public static string CmdletOf(string request)
    {
        int noun = 1;
        while (!char.IsUpper(request[noun]))
        {
            noun++;
        }

        string rest = request[noun..];
        return $"{request[..noun]}-Lab{(rest == "Lab" ? string.Empty : rest)}";
    }

    private static string ValueOf(LabState lab, object value) => value switch
    {
        string text => Quote(text),
        IKey key => Quote(lab.NameOf(key)),
        Guid or Enum => Quote(value.ToString()!),
        TimeSpan span => span.TotalSeconds.ToString(CultureInfo.InvariantCulture),
        ICollection list => string.Join(", ", list.Cast<object>().Select(item => ValueOf(lab, item))),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Quote(value.ToString()!),
    };

    private static string Quote(string text) =>
        text.Length > 0 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '\\' or ':' or '.')
            && !char.IsAsciiDigit(text[0])
            ? text
            : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    // What a kind of request always writes: reading attributes for each request would cost more than the request.
    private sealed class Shape(Type request)
    {
        public string Cmdlet { get; } = CmdletOf(request.Name);

        public IReadOnlyList<StateProperty> Properties { get; } = StateContract.Of(request).Properties;

        public string[] Parameters { get; } = [.. StateContract.Of(request).Properties.Select(property =>
            request.GetProperty(property.Name)!.GetCustomAttribute<TargetAttribute>()?.Parameter ?? property.Name)];
    }
}
