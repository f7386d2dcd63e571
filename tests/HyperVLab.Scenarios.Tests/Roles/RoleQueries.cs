using System.Reflection;
using HyperVLab.Simulation;

namespace HyperVLab.Scenarios.Tests.Roles;

/// <summary>Questions of every kind, about things inside somebody's scope and outside it.</summary>
internal static class RoleQueries
{
    /// <summary>A question of a kind; null where there is no way to make one.</summary>
    public static object? Of(Type kind, Random random, Surroundings surroundings)
    {
        ConstructorInfo? make = kind.GetConstructors()
            .OrderBy(one => one.GetParameters().Length)
            .FirstOrDefault(one => one.GetParameters().All(parameter => CanGive(parameter.ParameterType)));
        if (make is null)
        {
            return null;
        }

        object query = make.Invoke(
            [.. make.GetParameters().Select(parameter => Give(parameter.ParameterType, random, surroundings))]);
        foreach (PropertyInfo property in kind.GetProperties().Where(one => one.CanWrite && CanGive(one.PropertyType)))
        {
            property.SetValue(query, Give(property.PropertyType, random, surroundings));
        }

        return query;
    }

    private static bool CanGive(Type type) => Plain(type) is var plain
        && (plain == typeof(string) || plain == typeof(int) || plain == typeof(bool) || plain == typeof(TimeSpan)
            || plain.IsEnum || plain.IsAssignableTo(typeof(IKey)));

    private static object Give(Type type, Random random, Surroundings surroundings)
    {
        Type plain = Plain(type);
        return plain == typeof(string) ? @"C:\VMs\zebra01.vhdx"
            : plain == typeof(int) ? random.Next(1, 4)
            : plain == typeof(bool) ? random.Next(2) == 0
            : plain == typeof(TimeSpan) ? TimeSpan.FromSeconds(1)
            : plain.IsEnum ? Enum.GetValues(plain).GetValue(0)!
            : KeyOf(plain, random, surroundings);
    }

    private static object KeyOf(Type type, Random random, Surroundings surroundings)
    {
        Type entity = type.GetGenericArguments()[0];
        IReadOnlyList<IKey> keys = surroundings.Of(entity, inside: random.Next(2) == 0);
        return keys.Count > 0 ? keys[random.Next(keys.Count)] : Activator.CreateInstance(type, 1)!;
    }

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
