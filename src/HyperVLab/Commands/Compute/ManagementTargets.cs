using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Commands.Compute;

/// <summary>Finds network adapters of management operating systems.</summary>
internal static class ManagementTargets
{
    /// <summary>Those of a name, which may have wildcards; null for all.</summary>
    /// <exception cref="Engine.Requests.LabException">A plain name is that of none.</exception>
    public static VMInternalNetworkAdapter[] Find(
        LabHandle handle, string[]? computerNames, string? name, string? switchName)
    {
        IReadOnlySet<int>? scope = ComputerNames.Scope(handle, computerNames);
        VMInternalNetworkAdapter[] found = [.. handle.Lab.Views<ManagementAdapterView>()
            .Where(view => view.IsManagementOS
                && (scope?.Contains(view.ComputerKey) ?? true)
                && Wildcards.Match(name, view.Name)
                && Wildcards.Match(switchName, view.SwitchName ?? string.Empty))
            .Select(view => new VMInternalNetworkAdapter(handle, view))];
        return found.Length > 0 || name is null || WildcardPattern.ContainsWildcardCharacters(name)
            ? found
            : throw Engine.Lab.NotFound<ManagementAdapterView>(name);
    }
}
