using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Objects;
using VirtualMachine = HyperVLab.Objects.VirtualMachine;
using VMNetworkAdapter = HyperVLab.Objects.VMNetworkAdapter;
using VMSnapshot = HyperVLab.Objects.VMSnapshot;

namespace HyperVLab.Commands.Compute;

/// <summary>Finds the devices of virtual machines.</summary>
internal static class VMDeviceTargets
{
    /// <summary>The ones of some drives that are at a place; what is null is any.</summary>
    public static IEnumerable<T> At<T>(IEnumerable<T> drives, ControllerType? type, int? number, int? location)
        where T : IVMDrive =>
        from drive in drives
        where (type is null || drive.ControllerType == type)
            && (number is null || drive.ControllerNumber == number)
            && (location is null || drive.ControllerLocation == location)
        select drive;

    /// <summary>The same, where at least one must be known.</summary>
    /// <typeparam name="T">The drives.</typeparam>
    /// <typeparam name="TView">Their view, whose error says that there is none.</typeparam>
    /// <exception cref="Engine.Requests.LabException">None is.</exception>
    public static T[] KnownAt<T, TView>(IEnumerable<T> drives, ControllerType? type, int? number, int? location)
        where T : IVMDrive
        where TView : class
    {
        T[] found = [.. At(drives, type, number, location)];
        return found.Length > 0 ? found : throw Engine.Lab.NotFound<TView>(string.Empty);
    }

    /// <summary>The virtual adapters that a cmdlet's parameters give, by its parameter set.</summary>
    /// <param name="set">ResourceObject, ManagementOS, or one that gives machines.</param>
    /// <param name="given">The adapters as objects.</param>
    /// <param name="management">Those of the management operating system.</param>
    /// <param name="machines">The machines.</param>
    /// <param name="name">The adapters' name; null for all.</param>
    public static IEnumerable<IVMNetworkAdapter> Adapters(
        string set,
        IVMNetworkAdapter[] given,
        Func<IEnumerable<IVMNetworkAdapter>> management,
        Func<IEnumerable<VirtualMachine>> machines,
        string? name) => set switch
        {
            "ResourceObject" => given,
            "ManagementOS" => management(),
            _ => Adapters(machines(), name is null ? null : [name]),
        };

    /// <summary>The adapters of some machines by names, which may have wildcards; null for all of them.</summary>
    /// <exception cref="Engine.Requests.LabException">A plain name is that of none.</exception>
    public static IEnumerable<VMNetworkAdapter> Adapters(IEnumerable<VirtualMachine> machines, string[]? names)
    {
        foreach (VirtualMachine vm in machines)
        {
            foreach (string name in names ?? ["*"])
            {
                VMNetworkAdapter[] found =
                    [.. vm.NetworkAdapters.Where(adapter => Wildcards.Match(name, adapter.Name))];
                if (found.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
                {
                    throw Engine.Lab.NotFound<VMNetworkAdapterView>(name);
                }

                foreach (VMNetworkAdapter adapter in found)
                {
                    yield return adapter;
                }
            }
        }
    }

    /// <summary>The adapters that a checkpoint keeps by a name, which may have wildcards; null for all.</summary>
    /// <exception cref="Engine.Requests.LabException">A plain name is that of none.</exception>
    public static VMSnapshotNetworkAdapter[] Adapters(VMSnapshot snapshot, string? name)
    {
        VMSnapshotNetworkAdapter[] found =
            [.. snapshot.NetworkAdapters.Where(adapter => Wildcards.Match(name ?? "*", adapter.Name))];
        return found.Length == 0 && name is not null && !WildcardPattern.ContainsWildcardCharacters(name)
            ? throw Engine.Lab.NotFound<VMNetworkAdapterView>(name)
            : found;
    }
}
