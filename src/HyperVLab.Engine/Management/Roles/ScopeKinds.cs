using System.Collections.Frozen;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Roles;

/// <summary>What kinds of things can be in a role's scope: here a new kind is added.</summary>
internal static class ScopeKinds
{
    private static readonly FrozenDictionary<string, Type> s_all = new[]
    {
        typeof(HostGroup), typeof(LibraryServer), typeof(LibraryShare), typeof(LibraryResource),
        typeof(VMTemplate), typeof(HardwareProfile), typeof(GuestOSProfile),
    }.ToFrozenDictionary(static type => type.Name, StringComparer.Ordinal);

    /// <summary>Whether there is such a kind.</summary>
    public static bool IsKnown(string kind) => s_all.ContainsKey(kind);

    /// <summary>Where things of a kind are.</summary>
    public static ITable TableOf(LabState lab, string kind) => lab.TableOf(s_all[kind]);

    /// <summary>The key of a thing; null where it is of no known kind, or gone.</summary>
    public static IKey? KeyOf(LabState lab, ScopeItem item) =>
        item.Kind is not null && IsKnown(item.Kind) && TableOf(lab, item.Kind) is var table
            && table.FindRow(item.Number) is { } row
            ? table.KeyOf(row)
            : null;

    /// <summary>What a thing is called; null where it is gone.</summary>
    public static string? NameOf(LabState lab, ScopeItem item) => TableOf(lab, item.Kind).FindRow(item.Number) switch
    {
        HostGroup group => HostGroups.PathOf(lab, group),
        LibraryServer library => lab.NameOf(library.Computer),
        LibraryShare share => LibraryFiles.PathOf(lab, share),
        INamed named => named.Name,
        _ => null,
    };

    /// <summary>The server that keeps a thing; null where it belongs to none.</summary>
    public static Key<VmmServer>? ServerOf(LabState lab, object thing) => thing switch
    {
        HostGroup group => group.Server,
        LibraryServer library => library.Server,
        LibraryShare share => Libraries.ServerOf(lab, share),
        LibraryResource resource => Libraries.ServerOf(lab, lab.LibraryShares[resource.Share]),
        VMTemplate template => template.Server,
        HardwareProfile profile => profile.Server,
        GuestOSProfile profile => profile.Server,
        _ => null,
    };
}
