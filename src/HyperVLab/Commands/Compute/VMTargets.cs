using HyperVLab.Binding;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Session;

namespace HyperVLab.Commands.Compute;

/// <summary>Which virtual machines -ComputerName leaves.</summary>
internal static class VMTargets
{
    /// <summary>Whether a machine is on one of the hosts that are meant; every machine, where none is said.</summary>
    public static Func<VirtualMachineView, bool>? On(LabHandle handle, string[]? computerNames)
    {
        IReadOnlySet<int>? scope = ComputerNames.Scope(handle, computerNames);
        return scope is null ? null : view => scope.Contains(view.ComputerKey);
    }
}
