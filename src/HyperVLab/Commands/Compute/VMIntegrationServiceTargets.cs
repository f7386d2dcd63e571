using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute.Integration;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Finds the integration services of virtual machines.</summary>
internal static class VMIntegrationServiceTargets
{
    /// <summary>Those of some names, which may have wildcards; null for all of them.</summary>
    /// <exception cref="Engine.Requests.LabException">A plain name is that of none.</exception>
    public static IEnumerable<VMIntegrationComponent> Find(IEnumerable<VirtualMachine> machines, string[]? names) =>
        from vm in machines
        from name in names ?? ["*"]
        from service in Find(vm, name)
        select service;

    /// <summary>Those that a checkpoint keeps, of some names.</summary>
    /// <exception cref="Engine.Requests.LabException">A plain name is that of none.</exception>
    public static IEnumerable<VMSnapshotIntegrationComponent> Find(VMSnapshot snapshot, string[]? names) =>
        (names ?? ["*"]).SelectMany(name => Matching(snapshot.VMIntegrationService, static one => one.Name, name));

    private static VMIntegrationComponent[] Find(VirtualMachine vm, string name) =>
        Matching(vm.VMIntegrationService, static one => one.Name, name);

    private static TService[] Matching<TService>(
        TService[] services, Func<TService, string> nameOf, string name)
    {
        TService[] found = [.. services.Where(service => Wildcards.Match(name, nameOf(service)))];
        return found.Length > 0 || WildcardPattern.ContainsWildcardCharacters(name)
            ? found
            : throw Engine.Lab.NotFound<VMIntegrationServicesView>(name);
    }
}
