using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Commands.Hosts;

/// <summary>Which computers -ComputerName means.</summary>
internal static class HostTargets
{
    /// <summary>The computers of some names; without names "this computer", or the only host.</summary>
    /// <param name="handle">The lab.</param>
    /// <param name="names">The names; null for none.</param>
    /// <param name="guard">Writes what is refused as an error, so that the other computers still have their
    /// turn.</param>
    public static IEnumerable<HostComputer> Find(LabHandle handle, string[]? names, Action<Action> guard)
    {
        foreach (string? name in names ?? [null!])
        {
            PhysicalComputerView? view = null;
            guard(() => view = ComputerNames.HostView(handle, name));
            if (view is not null)
            {
                yield return LabObjects.Of<HostComputer>(handle, view);
            }
        }
    }
}
