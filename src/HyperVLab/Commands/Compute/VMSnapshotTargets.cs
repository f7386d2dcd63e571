using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Objects;
using VirtualMachine = HyperVLab.Objects.VirtualMachine;
using VMSnapshot = HyperVLab.Objects.VMSnapshot;

namespace HyperVLab.Commands.Compute;

/// <summary>Finds the checkpoints of virtual machines.</summary>
internal static class VMSnapshotTargets
{
    /// <summary>The checkpoints of some machines by names, which may have wildcards; null for all of them.</summary>
    /// <exception cref="Engine.Requests.LabException">A plain name is that of none.</exception>
    public static IEnumerable<VMSnapshot> Of(IEnumerable<VirtualMachine> machines, string[]? names)
    {
        foreach (VirtualMachine vm in machines)
        {
            foreach (string name in names ?? ["*"])
            {
                foreach (VMSnapshot snapshot in Of(vm, name))
                {
                    yield return snapshot;
                }
            }
        }
    }

    private static VMSnapshot[] Of(VirtualMachine vm, string name)
    {
        VMSnapshot[] found = [.. vm.Handle.Lab.Views<VMSnapshotView>()
            .Where(view => view.VMKey == vm.Number && view.Phase == CheckpointPhase.Complete)
            .Where(view => Wildcards.Match(name, view.Name))
            .Select(view => LabObjects.Of<VMSnapshot>(vm.Handle, view))];
        return found.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(name)
            ? throw Engine.Lab.NotFound<VMSnapshotView>(name)
            : found;
    }
}
