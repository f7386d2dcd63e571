using HyperVLab.Engine;
using HyperVLab.Engine.Requests;
using HyperVLab.Scenarios.Tests.Properties;
using HyperVLab.Simulation;

namespace HyperVLab.Scenarios.Tests.Roles;

/// <summary>Requests of every kind whose keys lead where a test wants.</summary>
internal static class RoleRequests
{
    /// <summary>The number of nothing.</summary>
    private const int Gone = 99_999;

    /// <summary>Every kind of request.</summary>
    public static IReadOnlyList<Type> Kinds { get; } = [.. typeof(LabRequest).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(LabRequest)) && !type.IsAbstract)
        .OrderBy(type => type.Name, StringComparer.Ordinal)];

    /// <summary>A request of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="random">What its other values are drawn from.</param>
    /// <param name="lab">The lab.</param>
    /// <param name="choose">The keys of a type to choose from.</param>
    /// <param name="all">Whether every key is given, those too that may be missing.</param>
    /// <returns>The request, and whether every key could be chosen.</returns>
    public static (LabRequest Request, bool Fits) Of(
        Type kind, Random random, LabState lab, Func<Type, IReadOnlyList<IKey>> choose, bool all = true)
    {
        LabRequest request = RandomRequests.Of(kind, random, lab);
        bool fits = true;
        foreach ((StateProperty property, Type entity) in KeysOf(kind))
        {
            if (!all && property.IsNullable && property.Get(request) is null)
            {
                continue;
            }

            IReadOnlyList<IKey> from = choose(entity);
            fits &= from.Count > 0;
            IKey key = from.Count > 0 ? from[random.Next(from.Count)] : KeyOf(entity, Gone);
            Set(property, request, key, entity);
        }

        return (request, fits);
    }

    /// <summary>The same request about things that never were.</summary>
    public static LabRequest AboutNothing(LabRequest request)
    {
        LabRequest copy = request with { };
        foreach ((StateProperty property, Type entity) in KeysOf(request.GetType()))
        {
            Set(property, copy, KeyOf(entity, Gone), entity);
        }

        return copy;
    }

    /// <summary>Whether a kind of request names anything by a key.</summary>
    public static bool HasKeys(Type kind) => KeysOf(kind).Any();

    private static void Set(StateProperty property, LabRequest request, IKey key, Type entity)
    {
        if (property.Type.Kind == StateKind.Key)
        {
            property.Set(request, key);
            return;
        }

        var list = Array.CreateInstance(typeof(Key<>).MakeGenericType(entity), 1);
        list.SetValue(key, 0);
        property.Set(request, list);
    }

    private static IKey KeyOf(Type entity, int number) =>
        (IKey)Activator.CreateInstance(typeof(Key<>).MakeGenericType(entity), number)!;

    private static IEnumerable<(StateProperty Property, Type Entity)> KeysOf(Type kind) =>
        from property in StateContract.Of(kind).Properties
        let type = property.Type.Element ?? property.Type
        where type.Kind == StateKind.Key
        select (property, type.Type.GetGenericArguments()[0]);
}
