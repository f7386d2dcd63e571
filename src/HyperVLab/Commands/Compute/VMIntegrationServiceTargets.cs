using System.Management.Automation;
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

    private static VMIntegrationComponent[] Find(VirtualMachine vm, string name)
    {
        var pattern = new WildcardPattern(name, WildcardOptions.IgnoreCase);
        VMIntegrationComponent[] found =
            [.. vm.VMIntegrationService.Where(service => pattern.IsMatch(service.Name))];
        return found.Length > 0 || WildcardPattern.ContainsWildcardCharacters(name)
            ? found
            : throw Engine.Lab.NotFound<VMIntegrationServicesView>(name);
    }
}
