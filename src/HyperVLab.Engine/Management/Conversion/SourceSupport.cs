using HyperVLab.Engine.Hosts;

namespace HyperVLab.Engine.Management;

/// <summary>
/// Which operating system may be converted how (Microsoft: "P2V: Requirements for physical source computers"; the lab's
/// facts: online from Windows Server 2003 with service pack 2).
/// </summary>
internal static class SourceSupport
{
    /// <summary>The service pack without which a release cannot be converted; null where none helps.</summary>
    public static int? LeastServicePack(Edition edition) => edition.Version switch
    {
        WindowsVersion.NT4 => null,
        WindowsVersion.W2000 => 4,
        WindowsVersion.W2003 => 2,
        _ => 0,
    };

    /// <summary>Whether a release makes volume snapshots, which an online conversion copies.</summary>
    public static bool HasSnapshots(Edition edition) => edition.Version > WindowsVersion.W2000;
}
