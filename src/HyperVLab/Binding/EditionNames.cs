using System.Management.Automation;
using HyperVLab.Engine.Hosts;
using HyperVLab.Objects;

namespace HyperVLab.Binding;

/// <summary>Finds editions by name.</summary>
internal static class EditionNames
{
    /// <summary>The editions of a short or full name: with wildcards all that match, which may be none.</summary>
    /// <exception cref="Engine.Requests.LabException">The name has no wildcards and no edition has it.</exception>
    public static IReadOnlyList<WindowsEdition> Find(string name)
    {
        var pattern = new WildcardPattern(name, WildcardOptions.IgnoreCase);
        Edition[] found =
            [.. Editions.All.Where(edition => pattern.IsMatch(edition.Id) || pattern.IsMatch(edition.Name))];
        return found.Length > 0 || WildcardPattern.ContainsWildcardCharacters(name)
            ? [.. found.Select(static edition => new WindowsEdition(edition))]
            : throw Editions.NotFound(name);
    }
}
