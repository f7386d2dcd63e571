using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace HyperVLab.Simulation;

/// <summary>
/// The one serialisation contract: what an entity, event, request or nested record consists of, by which it is
/// exported, imported, hashed and checked. It is every public property that can be set at all (computed ones cannot),
/// in the ordinal order of the names.
/// </summary>
public sealed class StateContract
{
    private static readonly ConcurrentDictionary<Type, StateContract> s_contracts = new();

    private StateContract(Type type)
    {
        var nullability = new NullabilityInfoContext();
        Type = type;
        Properties = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanRead
                && property.SetMethod is not null && property.GetIndexParameters().Length == 0)
            .Select(property => property.DeclaringType == type
                ? property
                : property.DeclaringType!.GetProperty(property.Name)!)
            .OrderBy(property => property.Name, StringComparer.Ordinal)
            .Select(property => new StateProperty(property, IsNullable(nullability, property)))];
    }

    /// <summary>The type that the contract is of.</summary>
    public Type Type { get; }

    /// <summary>The name under which it is stored: the type's.</summary>
    public string Name => Type.Name;

    /// <summary>The values, ordered by name.</summary>
    public IReadOnlyList<StateProperty> Properties { get; }

    /// <summary>The contract of a type, made once.</summary>
    /// <exception cref="NotSupportedException">It has a property of a type that state cannot hold.</exception>
    public static StateContract Of(Type type) => s_contracts.GetOrAdd(type, static type => new StateContract(type));

    /// <summary>Makes an object without running its constructor, for an import to fill.</summary>
    public object Create() => RuntimeHelpers.GetUninitializedObject(Type);

    private static bool IsNullable(NullabilityInfoContext nullability, PropertyInfo property) =>
        property.PropertyType.IsValueType
            ? Nullable.GetUnderlyingType(property.PropertyType) is not null
            : nullability.Create(property).ReadState != NullabilityState.NotNull;
}
