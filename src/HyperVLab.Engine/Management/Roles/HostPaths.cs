using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Roles;

/// <summary>Paths of computers, which may lead to volumes that are shared with others.</summary>
internal static class HostPaths
{
    /// <summary>Refuses a path to a volume that somebody does not reach, as one that leads nowhere.</summary>
    /// <exception cref="LabException">It is one, or no path at all.</exception>
    public static void Demand(
        LabState lab, Key<PhysicalComputer> computer, string path, Func<Key<Volume>, bool> reaches)
    {
        if (!Reaches(lab, computer, path, reaches))
        {
            throw StorageErrors.PathNotFound.For(path, path, lab.NameOf(computer));
        }
    }

    /// <summary>Whether somebody reaches the volume of a path, or it is on none.</summary>
    /// <exception cref="LabException">It is no path at all.</exception>
    public static bool Reaches(
        LabState lab, Key<PhysicalComputer> computer, string path, Func<Key<Volume>, bool> reaches) =>
        PathResolver.Locate(lab, computer, path) is not { } place || reaches(place.Volume.Key);
}
