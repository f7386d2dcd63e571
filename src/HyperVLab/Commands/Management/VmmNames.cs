using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Session;
using HyperVLab.Simulation;

namespace HyperVLab.Commands.Management;

/// <summary>Finds what Virtual Machine Manager keeps, by names.</summary>
internal static class VmmNames
{
    /// <summary>The server of a name; null for none given.</summary>
    /// <exception cref="Engine.Requests.LabException">There is none of that name.</exception>
    public static Key<VmmServer>? Server(LabHandle handle, string? name) =>
        name is null ? null : new Key<VmmServer>(ThingNames.FindOne<VmmServerView>(handle, name).Key);

    /// <summary>The group of hosts that a name or a place in the tree gives; null for none given.</summary>
    /// <exception cref="Engine.Requests.LabException">There is none, or several have that name.</exception>
    public static Key<HostGroup>? Group(LabHandle handle, string? nameOrPath)
    {
        if (nameOrPath is null)
        {
            return null;
        }

        VMHostGroupView? found = handle.Lab.Views<VMHostGroupView>().FirstOrDefault(view =>
            string.Equals(view.Path, nameOrPath, StringComparison.OrdinalIgnoreCase));
        found ??= ThingNames.FindOne<VMHostGroupView>(handle, nameOrPath, place: static view => view.Path);
        return new Key<HostGroup>(found.Key);
    }
}
