using HyperVLab.Binding;
using HyperVLab.Engine.Compute.Views;
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

    /// <summary>The library server of a computer's name; null for none given.</summary>
    /// <exception cref="Engine.Requests.LabException">There is none of that name.</exception>
    public static Key<LibraryServer>? Library(LabHandle handle, string? name) => name is null
        ? null
        : new Key<LibraryServer>(ThingNames.FindOne<LibraryServerView>(handle, name.Split('.')[0]).Key);

    /// <summary>The library share of a name or network path.</summary>
    /// <exception cref="Engine.Requests.LabException">There is none, or several have that name.</exception>
    public static Key<LibraryShare> Share(LabHandle handle, string nameOrPath)
    {
        LibraryShareView? found = handle.Lab.Views<LibraryShareView>().FirstOrDefault(view =>
            string.Equals(view.Path, nameOrPath, StringComparison.OrdinalIgnoreCase));
        found ??= ThingNames.FindOne<LibraryShareView>(handle, nameOrPath, place: static view => view.LibraryServer);
        return new Key<LibraryShare>(found.Key);
    }

    /// <summary>The network path of the only share of a library server; null for no server given.</summary>
    /// <exception cref="Engine.Requests.LabException">There is none, or there are several.</exception>
    public static string? OnlyShareOf(LabHandle handle, string? server)
    {
        if (Library(handle, server) is not { } library)
        {
            return null;
        }

        LibraryShareView[] shares =
            [.. handle.Lab.Views<LibraryShareView>().Where(view => view.LibraryServerKey == library.Number)];
        return shares switch
        {
            [var one] => one.Path,
            [] => throw ModuleErrors.NoLibraryShare.For(server),
            _ => throw ModuleErrors.SeveralLibraryShares.For(
                server, string.Join(", ", shares.Select(static view => view.Path))),
        };
    }

    /// <summary>The only share of the library.</summary>
    /// <exception cref="Engine.Requests.LabException">There is none, or there are several.</exception>
    public static Key<LibraryShare> OnlyShare(LabHandle handle) => handle.Lab.Views<LibraryShareView>() switch
    {
        [var one] => new Key<LibraryShare>(one.Key),
        [] => throw ModuleErrors.NoLibraryShare.For(null),
        var several => throw ModuleErrors.SeveralLibraryShares.For(
            null, string.Join(", ", several.Select(static view => view.Path))),
    };

    /// <summary>The file of the library that a name or a network path gives.</summary>
    /// <param name="handle">The lab.</param>
    /// <param name="nameOrPath">The name or path.</param>
    /// <param name="kind">What it has to be; null for anything.</param>
    /// <exception cref="Engine.Requests.LabException">There is none, or several have that name.</exception>
    public static Key<LibraryResource> Resource(
        LabHandle handle, string nameOrPath, LibraryResourceKind? kind = null)
    {
        LibraryResourceView? found = handle.Lab.Views<LibraryResourceView>().FirstOrDefault(view =>
            string.Equals(view.SharePath, nameOrPath, StringComparison.OrdinalIgnoreCase));
        found ??= ThingNames.FindOne<LibraryResourceView>(
            handle, nameOrPath, view => kind is null || view.Kind == kind, static view => view.LibraryServer);
        return new Key<LibraryResource>(found.Key);
    }

    /// <summary>What a name means of a kind of which names are unique on a server; null for none given.</summary>
    /// <exception cref="Engine.Requests.LabException">There is none, or several servers have that name.</exception>
    public static int? Of<TView>(LabHandle handle, string? name, Func<TView, int> keyOf)
        where TView : class => name is null ? null : keyOf(ThingNames.FindOne<TView>(handle, name));

    /// <summary>The hardware profile of a name; null for none given.</summary>
    /// <exception cref="Engine.Requests.LabException">There is none, or several servers have that name.</exception>
    public static Key<HardwareProfile>? Hardware(LabHandle handle, string? name) =>
        Of<HardwareProfileView>(handle, name, static view => view.Key) is { } key ? new(key) : null;

    /// <summary>The guest OS profile of a name; null for none given.</summary>
    /// <exception cref="Engine.Requests.LabException">There is none, or several servers have that name.</exception>
    public static Key<GuestOSProfile>? Guest(LabHandle handle, string? name) =>
        Of<GuestOSProfileView>(handle, name, static view => view.Key) is { } key ? new(key) : null;

    /// <summary>The template of a name; null for none given.</summary>
    /// <exception cref="Engine.Requests.LabException">There is none, or several servers have that name.</exception>
    public static Key<VMTemplate>? Template(LabHandle handle, string? name) =>
        Of<VMTemplateView>(handle, name, static view => view.Key) is { } key ? new(key) : null;

    /// <summary>The tip of an identifier.</summary>
    /// <exception cref="Engine.Requests.LabException">There is none.</exception>
    public static Key<PROTip> Tip(LabHandle handle, string id) =>
        new(ThingNames.FindOne<PROTipView>(handle, id).Key);

    /// <summary>The virtual machine configuration of a name; null for none given.</summary>
    /// <exception cref="Engine.Requests.LabException">There is none, or several servers have that name.</exception>
    public static Key<VMConfiguration>? Configuration(LabHandle handle, string? name) =>
        Of<VMConfigurationView>(handle, name, static view => view.Key) is { } key ? new(key) : null;

    /// <summary>The VirtualCenter server of a computer's name; null for none given.</summary>
    /// <exception cref="Engine.Requests.LabException">There is none of that name.</exception>
    public static Key<VirtualizationManager>? Manager(LabHandle handle, string? name) =>
        Of<VirtualizationManagerView>(handle, name?.Split('.')[0], static view => view.Key) is { } key
            ? new(key)
            : null;

    /// <summary>A port that was given; one that is too large for any stays so.</summary>
    public static int? Port(uint? port) => port is { } given ? (int)Math.Min(given, int.MaxValue) : null;

    /// <summary>The virtual machine of a name; null for none given.</summary>
    /// <exception cref="Engine.Requests.LabException">There is none, or several have that name.</exception>
    public static Key<Engine.Compute.VirtualMachine>? Machine(LabHandle handle, string? name) =>
        name is null
            ? null
            : new(ThingNames.FindOne<VirtualMachineView>(handle, name, place: static view => view.ComputerName).Key);

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
