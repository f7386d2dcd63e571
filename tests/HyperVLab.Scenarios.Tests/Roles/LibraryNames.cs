namespace HyperVLab.Scenarios.Tests.Roles;

/// <summary>The names in one of the libraries of a <see cref="RoleWorld"/>.</summary>
/// <param name="Computer">The library server.</param>
/// <param name="Address">Its address.</param>
/// <param name="Share">Its share in the library.</param>
/// <param name="Free">A folder that it shares and that is not in the library.</param>
/// <param name="Template">A template.</param>
/// <param name="Hardware">A hardware profile.</param>
/// <param name="Guest">A guest OS profile.</param>
/// <param name="Disk">The virtual hard disk that the template has, without its ending.</param>
/// <param name="Iso">An image of a medium.</param>
internal sealed record LibraryNames(
    string Computer,
    string Address,
    string Share,
    string Free,
    string Template,
    string Hardware,
    string Guest,
    string Disk,
    string Iso)
{
    /// <summary>That of users who have the cluster in their scope.</summary>
    public static LibraryNames OfCluster { get; } = new(
        "NICKELLIB", "192.168.10.26", "Nickelware", "Nickelmore", "Nebula", "Nadir", "Novelle", "nougat",
        "nimbus.iso");

    /// <summary>That of users who have the single host in their scope.</summary>
    public static LibraryNames OfHost { get; } = new(
        "KOBALTLIB", "192.168.10.27", "Kobaltware", "Kobaltmore", "Karavane", "Kasbah", "Kantate", "knoten",
        "kiosk.iso");

    /// <summary>The network path of the share.</summary>
    public string Path => $@"\\{Computer}\{Share}";
}
