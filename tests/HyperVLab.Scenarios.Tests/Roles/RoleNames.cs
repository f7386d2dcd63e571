namespace HyperVLab.Scenarios.Tests.Roles;

/// <summary>The names in a <see cref="RoleWorld"/>, none of which is a part of another or of a message.</summary>
internal static class RoleNames
{
    public const string ClusterGroup = "Xenon racks";
    public const string HostGroup = "Krypton racks";
    public const string InnerGroup = "Argon shelf";
    public const string Host = "ZINKHOST";
    public const string HostSwitch = "Zirconium";
    public const string HostVM = "zebra01";
    public const string HostBareVM = "zebra02";
    public const string HostSnapshot = "zeitgeist";
    public const string ClusteredVM = "quagga01";
    public const string PlainVM = "web01";
    public const string OwnServer = "QUECKSILBER";
    public const string OtherServer = "ANTIMON";
    public const string Administrator = "olga";
    public const string Delegated = "dora";
    public const string Reader = "rita";
    public const string User = "anna";
    public const string Other = "bert";
    public const string Bare = "carl";
    public const string Nobody = "nora";

    /// <summary>All accounts.</summary>
    public static IReadOnlyList<string> Accounts { get; } =
        [Administrator, Delegated, Reader, User, Other, Bare, Nobody];

    /// <summary>Those whose rights end somewhere.</summary>
    public static IReadOnlyList<string> Limited { get; } = [Delegated, Reader, User, Bare, Nobody];
}
