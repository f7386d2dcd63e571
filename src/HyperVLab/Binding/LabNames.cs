using System.Management.Automation;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Binding;

/// <summary>Finds labs by name.</summary>
internal static class LabNames
{
    /// <summary>The labs of a name: with wildcards all that match, which may be none.</summary>
    /// <exception cref="LabException">The name has no wildcards and no lab has it.</exception>
    public static IReadOnlyList<LabInfo> Find(string name)
    {
        if (!WildcardPattern.ContainsWildcardCharacters(name))
        {
            return [LabRegistry.Get(name).Info];
        }

        var pattern = new WildcardPattern(name, WildcardOptions.IgnoreCase);
        return [.. LabRegistry.All.Select(static lab => lab.Info).Where(lab => pattern.IsMatch(lab.Name))];
    }
}
