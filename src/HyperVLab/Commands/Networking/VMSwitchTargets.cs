using HyperVLab.Binding;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Commands.Networking;

/// <summary>Which virtual switches -Name and -ComputerName mean.</summary>
internal static class VMSwitchTargets
{
    /// <summary>What must hold of a switch for its host to be meant.</summary>
    /// <exception cref="Engine.Requests.LabException">There is no host of that name.</exception>
    public static Func<VirtualSwitchView, bool> On(LabHandle handle, string[]? computerNames)
    {
        IReadOnlySet<int>? scope = ComputerNames.Scope(handle, computerNames);
        return view => scope?.Contains(view.ComputerKey) ?? true;
    }

    /// <summary>What the question of -Confirm calls a switch.</summary>
    public static string NameOf(VMSwitch target) => $"{target.ComputerName}: {target.Name}";
}
