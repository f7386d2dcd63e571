using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using HyperVLab.Engine.Management.Roles;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Requests;

/// <summary>Writes a request as the PowerShell that makes it.</summary>
internal static class RequestScript
{
    private const long Megabyte = 1L << 20;
    private const long Gigabyte = 1L << 30;
    private static readonly ConcurrentDictionary<Type, Shape> s_shapes = new();

    /// <summary>The command line, with names in place of keys.</summary>
    public static string Of(LabState lab, LabRequest request)
    {
        Shape shape = s_shapes.GetOrAdd(request.GetType(), static type => new Shape(type));
        var text = new StringBuilder(shape.Cmdlet);
        foreach (Parameter parameter in shape.Parameters)
        {
            object? value = parameter.Property.Get(request);
            if (value is null or ICollection { Count: 0 }
                || (!parameter.IsRequired && value.Equals(parameter.Default)))
            {
                continue;
            }

            text.Append(" -").Append(parameter.Name);
            if (!parameter.IsSwitch)
            {
                text.Append(' ').Append(parameter.ShownAs ?? ValueOf(lab, value, parameter.IsSize));
            }
        }

        return text.ToString();
    }

    /// <summary>The cmdlet that makes a request: the one that it names, or that it is named after.</summary>
    public static string CmdletOf(Type request) =>
        request.GetCustomAttribute<MadeByAttribute>()?.Cmdlet ?? CmdletOf(request.Name);

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

    private static string ValueOf(LabState lab, object value, bool isSize) => value switch
    {
        string text => Quote(text),
        bool flag => flag ? "$true" : "$false",
        long bytes when isSize => SizeOf(bytes),
        IKey key => lab.FindNamed(key) is { } named
            ? Quote(named.Name)
            : key.Number.ToString(CultureInfo.InvariantCulture),
        ScopeItem item => Quote(ScopeKinds.IsKnown(item.Kind)
            ? ScopeKinds.NameOf(lab, item) ?? item.Number.ToString(CultureInfo.InvariantCulture)
            : item.Kind),
        Guid or Enum => Quote(value.ToString()!),
        TimeSpan span => span.TotalSeconds.ToString(CultureInfo.InvariantCulture),
        ICollection list => string.Join(", ", list.Cast<object>().Select(item => ValueOf(lab, item, isSize))),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Quote(value.ToString()!),
    };

    private static string Quote(string text) =>
        text.Length > 0 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '\\' or ':' or '.')
            && !char.IsAsciiDigit(text[0])
            ? text
            : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string SizeOf(long bytes) => bytes switch
    {
        > 0 when bytes % Gigabyte == 0 => string.Create(CultureInfo.InvariantCulture, $"{bytes / Gigabyte}GB"),
        > 0 when bytes % Megabyte == 0 => string.Create(CultureInfo.InvariantCulture, $"{bytes / Megabyte}MB"),
        _ => bytes.ToString(CultureInfo.InvariantCulture),
    };

    // What a kind of request always writes: reading attributes for each request would cost more than the request.
    private sealed class Shape
    {
        public Shape(Type request)
        {
            object usual = Activator.CreateInstance(request)!;
            Cmdlet = CmdletOf(request);
            Parameters = [.. StateContract.Of(request).Properties
                .Select(property => new Parameter(property, request.GetProperty(property.Name)!, property.Get(usual)))
                .OrderBy(parameter => parameter.Name == "Name" ? 0 : 1)
                .ThenBy(parameter => parameter.Declared)];
        }

        public string Cmdlet { get; }

        public Parameter[] Parameters { get; }
    }

    private sealed class Parameter(StateProperty property, PropertyInfo declaration, object? usual)
    {
        public StateProperty Property { get; } = property;

        public string Name { get; } = declaration.GetCustomAttribute<TargetAttribute>()?.Parameter ?? property.Name;

        public string? ShownAs { get; } = declaration.GetCustomAttribute<ShownAsAttribute>()?.Text;

        public object? Default { get; } = usual;

        public int Declared { get; } = declaration.MetadataToken;

        public bool IsRequired { get; } = declaration.IsDefined(typeof(RequiredMemberAttribute), inherit: true);

        // A Boolean that may be left out altogether is a parameter with a value: -IsOffline $false.
        public bool IsSwitch { get; } = property is { Type.Kind: StateKind.Boolean, IsNullable: false };

        public bool IsSize { get; } = property.Name.Contains("Bytes", StringComparison.Ordinal)
            && !property.Name.Contains("PerSecond", StringComparison.Ordinal);
    }
}
