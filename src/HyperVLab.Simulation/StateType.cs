namespace HyperVLab.Simulation;

/// <summary>The type of one value of a lab's state.</summary>
public sealed class StateType
{
    private StateContract? _contract;

    private StateType(Type type, StateKind kind, StateType? element = null)
    {
        Type = type;
        Kind = kind;
        Element = element;
    }

    /// <summary>The CLR type, without Nullable around it.</summary>
    public Type Type { get; }

    /// <summary>Its kind.</summary>
    public StateKind Kind { get; }

    /// <summary>The type of a list's elements; null for other kinds.</summary>
    public StateType? Element { get; }

    /// <summary>The contract of a record.</summary>
    /// <exception cref="InvalidOperationException">This is no record.</exception>
    public StateContract Contract => Kind == StateKind.Record
        ? _contract ??= StateContract.Of(Type)
        : throw new InvalidOperationException($"{Type.Name} is no record.");

    /// <summary>The state type of a CLR type.</summary>
    /// <exception cref="NotSupportedException">State cannot hold values of that type.</exception>
    public static StateType Of(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (ScalarKind(type) is { } kind)
        {
            return new StateType(type, kind);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            return new StateType(type, StateKind.List, Of(type.GetGenericArguments()[0]));
        }

        return type is { IsClass: true, IsSealed: true, IsArray: false }
            && type.Namespace?.StartsWith("System", StringComparison.Ordinal) == false
            ? new StateType(type, StateKind.Record)
            : throw new NotSupportedException(
                $"{type} cannot be part of a lab: use scalars, keys, IReadOnlyList<> and sealed records of these.");
    }

    private static StateKind? ScalarKind(Type type) => type switch
    {
        _ when type == typeof(bool) => StateKind.Boolean,
        _ when type == typeof(int) => StateKind.Int32,
        _ when type == typeof(long) => StateKind.Int64,
        _ when type == typeof(double) => StateKind.Double,
        _ when type == typeof(string) => StateKind.String,
        _ when type == typeof(Guid) => StateKind.Guid,
        _ when type == typeof(TimeSpan) => StateKind.TimeSpan,
        _ when type.IsEnum => StateKind.Enum,
        _ when type.IsAssignableTo(typeof(IKey)) => StateKind.Key,
        _ => null,
    };
}
