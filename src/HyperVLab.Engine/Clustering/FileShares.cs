using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>File shares as witnesses: <c>\\server\share</c>.</summary>
internal static class FileShares
{
    /// <summary>The server of a share; null where the path is none or no computer of the lab has the name.</summary>
    public static PhysicalComputer? ServerOf(LabState lab, string? path)
    {
        if (path is null || !path.StartsWith(@"\\", StringComparison.Ordinal))
        {
            return null;
        }

        string[] parts = path[2..].Split('\\', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length >= 2 ? lab.FindComputer(parts[0]) : null;
    }

    /// <summary>Whether a computer gets at the share now.</summary>
    public static bool IsReached(LabState lab, Key<PhysicalComputer> computer, string? path) =>
        ServerOf(lab, path) is { IsRunning: true } server && Networks.SubnetsOf(lab, computer).Any(
            near => Networks.SubnetsOf(lab, server.Key).Any(
                far => near.Network == far.Network && HostLinks.Connected(lab, near.Adapter, far.Adapter)));
}
