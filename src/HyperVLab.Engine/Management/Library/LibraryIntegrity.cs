
namespace HyperVLab.Engine.Management;

/// <summary>What must hold of the library.</summary>
internal static class LibraryIntegrity
{
    /// <summary>Checks a lab that was read.</summary>
    /// <exception cref="InvalidDataException">Something does not hold.</exception>
    public static void Check(LabState lab)
    {
        foreach (LibraryServer server in lab.LibraryServers)
        {
            Integrity.Demand(
                Agents.Of(lab, server.Computer)?.Server == server.Server
                    && lab.LibraryServers.Count(other => other.Computer == server.Computer) == 1,
                "LibraryServers",
                server.Key);
        }

        foreach (LibraryShare share in lab.LibraryShares)
        {
            Integrity.Demand(
                lab.LibraryShares.Count(other => other.LibraryServer == share.LibraryServer
                    && string.Equals(other.Name, share.Name, StringComparison.OrdinalIgnoreCase)) == 1,
                "LibraryShares",
                share.Key);
        }

        foreach (LibraryResource resource in lab.LibraryResources)
        {
            Integrity.Demand(Enum.IsDefined(resource.Kind), "LibraryResources", resource.Key);
        }
    }
}
