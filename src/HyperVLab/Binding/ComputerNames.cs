using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Session;
using HyperVLab.Simulation;

namespace HyperVLab.Binding;

/// <summary>
/// Finds the lab's computers by what -ComputerName gives: a name, a name with its domain, "." or localhost.
/// </summary>
internal static class ComputerNames
{
    /// <summary>
    /// The key of the computer that is meant: the one named, else "this computer", else the only host.
    /// </summary>
    /// <exception cref="LabException">There is none of that name, or several hosts are possible.</exception>
    public static Key<PhysicalComputer> Host(LabHandle handle, string? name) => new(HostView(handle, name).Key);

    /// <summary>The computer that is meant: the one named, else "this computer", else the only host.</summary>
    /// <exception cref="LabException">There is none of that name, or several hosts are possible.</exception>
    public static PhysicalComputerView HostView(LabHandle handle, string? name)
    {
        string? meant = Resolve(handle, name);
        if (meant is not null)
        {
            return Get(handle, meant);
        }

        PhysicalComputerView[] hosts =
            [.. handle.Lab.Views<PhysicalComputerView>().Where(static view => view.Role == ComputerRole.HyperVHost)];
        return hosts.Length switch
        {
            0 => throw ModuleErrors.NoHost.For(null),
            1 => hosts[0],
            _ => throw ModuleErrors.SeveralHosts.For(null, string.Join(", ", hosts.Select(static view => view.Name))),
        };
    }

    /// <summary>
    /// The keys of the computers that -ComputerName names, else of "this computer"; null for the whole lab, where
    /// neither says anything.
    /// </summary>
    /// <exception cref="LabException">There is none of that name.</exception>
    public static IReadOnlySet<int>? Scope(LabHandle handle, IReadOnlyCollection<string>? names)
    {
        if (names is { Count: > 0 })
        {
            return names.Select(name => HostView(handle, name).Key).ToHashSet();
        }

        return LabSession.Current.HostIn(handle) is { } entered ? new HashSet<int> { Get(handle, entered).Key } : null;
    }

    /// <summary>The computer of a name.</summary>
    /// <exception cref="LabException">There is none.</exception>
    public static PhysicalComputerView Get(LabHandle handle, string name)
    {
        IReadOnlyList<PhysicalComputerView> found = handle.Lab.Views<PhysicalComputerView>(name);
        return found.Count > 0
            ? found[0]
            : handle.Lab.Views<PhysicalComputerView>().FirstOrDefault(view =>
                string.Equals(view.FullyQualifiedDomainName, name, StringComparison.OrdinalIgnoreCase))
                ?? throw ModuleErrors.NoSuchComputer.For(name, name);
    }

    private static string? Resolve(LabHandle handle, string? name)
    {
        bool isHere = name is null or "." || string.Equals(name, "localhost", StringComparison.OrdinalIgnoreCase);
        return isHere ? LabSession.Current.HostIn(handle) : name;
    }
}
