using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Roles;

/// <summary>Network paths of the library, which may lead to shares of others.</summary>
internal static class LibraryPaths
{
    /// <summary>Refuses a path to what somebody does not reach, as one that leads nowhere.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="path">The path.</param>
    /// <param name="reaches">Whether he reaches a library share, or a library server.</param>
    /// <exception cref="LabException">He does not, or it is no such path.</exception>
    public static void Demand(LabState lab, LibraryPath path, Func<IKey, bool> reaches)
    {
        (string computer, string name, _) = SmbShares.Split(path.Path);
        LibraryServer? server = lab.FindComputer(computer) is { } there ? Libraries.Of(lab, there.Key) : null;
        IKey? place = path.IsOfServer ? server?.Key : Libraries.FindShare(lab, server, name)?.Key;
        if (place is null || !reaches(place))
        {
            throw (path.IsOfServer ? FileErrors.ShareNotFound : LibraryErrors.NoSuchShare).For(path.Path, path.Path);
        }
    }
}
