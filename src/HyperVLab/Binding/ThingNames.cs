using System.Management.Automation;
using HyperVLab.Engine.Requests;
using HyperVLab.Session;

namespace HyperVLab.Binding;

/// <summary>
/// Finds things by names as the real modules do: wildcards may match nothing, a plain name must be known.
/// </summary>
internal static class ThingNames
{
    /// <summary>The views of a name.</summary>
    /// <param name="handle">The lab.</param>
    /// <param name="name">The name or pattern; null for all.</param>
    /// <param name="where">What else must hold of one; null for nothing.</param>
    /// <exception cref="LabException">The name has no wildcards and nothing has it.</exception>
    public static IReadOnlyList<TView> Find<TView>(LabHandle handle, string? name, Func<TView, bool>? where = null)
        where TView : class
    {
        if (name is not null && WildcardPattern.ContainsWildcardCharacters(name))
        {
            var pattern = new WildcardPattern(name, WildcardOptions.IgnoreCase);
            return [.. handle.Lab.Names<TView>()
                .Where(pair => pattern.IsMatch(pair.Value))
                .Select(pair => handle.Lab.View<TView>(pair.Key))
                .OfType<TView>()
                .Where(view => where?.Invoke(view) ?? true)];
        }

        IReadOnlyList<TView> found = handle.Lab.Views<TView>(name);
        if (where is not null)
        {
            found = [.. found.Where(where)];
        }

        return found.Count > 0 || name is null ? found : throw Engine.Lab.NotFound<TView>(name);
    }

    /// <summary>The one view of a name that must be known, such as of what a request refers to.</summary>
    /// <param name="handle">The lab.</param>
    /// <param name="name">The name, without wildcards.</param>
    /// <param name="where">What else must hold of it; null for nothing.</param>
    /// <param name="place">Says where one is, for the error when several match; null where names are unique.</param>
    /// <exception cref="LabException">Nothing has that name, or several things have it.</exception>
    public static TView FindOne<TView>(
        LabHandle handle, string name, Func<TView, bool>? where = null, Func<TView, string>? place = null)
        where TView : class
    {
        IEnumerable<TView> named = handle.Lab.Views<TView>(name).Where(view => where?.Invoke(view) ?? true);
        TView[] found = [.. named];
        return found.Length switch
        {
            0 => throw Engine.Lab.NotFound<TView>(name),
            1 => found[0],
            _ => throw ModuleErrors.SeveralMatch.For(
                name, name, string.Join(", ", found.Select(view => place?.Invoke(view) ?? name))),
        };
    }
}
