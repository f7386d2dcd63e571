using System.Reflection;

namespace HyperVLab.Simulation;

/// <summary>
/// Copies entities. They hold scalars, keys and lists that are replaced and never changed, so a copy of the fields
/// shares nothing with its source that changes.
/// </summary>
internal static class StateCopy
{
    private static readonly Func<object, object> s_copy = typeof(object)
        .GetMethod(nameof(MemberwiseClone), BindingFlags.Instance | BindingFlags.NonPublic)!
        .CreateDelegate<Func<object, object>>();

    /// <summary>A copy of an entity.</summary>
    public static object Of(object entity) => s_copy(entity);
}
