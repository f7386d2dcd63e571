using System.Reflection;

namespace HyperVLab.Simulation;

/// <summary>One value that an entity, event or request consists of.</summary>
public sealed class StateProperty
{
    private readonly Func<object, object?> _get;
    private readonly PropertyInfo _property;

    internal StateProperty(PropertyInfo property, bool isNullable)
    {
        _property = property;
        Type = StateType.Of(property.PropertyType);
        IsNullable = isNullable;
        _get = (Func<object, object?>)s_makeGetter
            .MakeGenericMethod(property.DeclaringType!, property.PropertyType)
            .Invoke(null, [property.GetGetMethod(nonPublic: true)!])!;
    }

    private static readonly MethodInfo s_makeGetter =
        typeof(StateProperty).GetMethod(nameof(MakeGetter), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Its name, as in C#.</summary>
    public string Name => _property.Name;

    /// <summary>Its type.</summary>
    public StateType Type { get; }

    /// <summary>Whether it may be null.</summary>
    public bool IsNullable { get; }

    /// <summary>Whether an object must be given it when made.</summary>
    public bool IsRequired => !IsNullable;

    /// <summary>The value in an object.</summary>
    public object? Get(object owner) => _get(owner);

    /// <summary>Sets the value in an object that is being made by an import.</summary>
    public void Set(object owner, object? value) => _property.SetValue(owner, value);

    // A typed delegate costs a tenth of PropertyInfo.GetValue, and hashing reads every property of every event.
    private static Func<object, object?> MakeGetter<TOwner, TValue>(MethodInfo method)
    {
        var get = method.CreateDelegate<Func<TOwner, TValue>>();
        return owner => get((TOwner)owner);
    }
}
