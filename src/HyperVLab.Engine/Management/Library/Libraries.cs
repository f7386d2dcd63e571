using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>Library servers and their shares: found, demanded and let go.</summary>
internal static class Libraries
{
    /// <summary>The library server that a computer is; null where it is none.</summary>
    public static LibraryServer? Of(LabState lab, Key<PhysicalComputer> computer) =>
        lab.LibraryServers.FirstOrDefault(server => server.Computer == computer);

    /// <summary>The library share behind a network path, and the rest of the path.</summary>
    /// <exception cref="LabException">It is no path of one.</exception>
    public static (LibraryShare Share, string Below) Require(LabState lab, string path)
    {
        (string computer, string name, string below) = SmbShares.Split(path);
        LibraryServer? server = lab.FindComputer(computer) is { } there ? Of(lab, there.Key) : null;
        LibraryShare? share = FindShare(lab, server, name);
        return share is null ? throw LibraryErrors.NoSuchShare.For(path, path) : (share, below);
    }

    /// <summary>The share of a name of a library server; null where there is none, or no server.</summary>
    public static LibraryShare? FindShare(LabState lab, LibraryServer? server, string name) => server is null
        ? null
        : lab.LibraryShares.FirstOrDefault(one => one.LibraryServer == server.Key
            && string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The only library share.</summary>
    /// <exception cref="LabException">There is none, or there are several.</exception>
    public static LibraryShare RequireOnly(LabState lab) => lab.LibraryShares.Count == 1
        ? lab.LibraryShares.Single()
        : throw LibraryErrors.WhichShare.For(null);

    /// <summary>A library share of a server that answers, with nothing going on there.</summary>
    /// <exception cref="LabException">Its server does not answer, or it is busy.</exception>
    public static LibraryShare DemandFree(LabState lab, LabCaller caller, Key<LibraryShare> key)
    {
        LibraryShare share = lab.LibraryShares[key];
        VmmAccess.Demand(lab, caller, ServerOf(lab, share));
        foreach (VmmOperation operation in lab.VmmOperations)
        {
            if (operation is { State: VmmOperationState.Running, Kind: VmmOperationKind.RefreshLibrary }
                && operation.Subject == key.Number)
            {
                throw LibraryErrors.ShareBusy.For(share.Name, LibraryFiles.PathOf(lab, share));
            }
        }

        return share;
    }

    /// <summary>A file of the library whose server answers.</summary>
    /// <exception cref="LabException">It does not, or the file is of another kind.</exception>
    public static LibraryResource Demand(
        LabState lab, LabCaller caller, Key<LibraryResource> key, LibraryResourceKind kind)
    {
        LibraryResource resource = lab.LibraryResources[key];
        VmmAccess.Demand(lab, caller, ServerOf(lab, lab.LibraryShares[resource.Share]));
        return resource.Kind == kind
            ? resource
            : throw LibraryErrors.ResourceKind.For(
                resource.Name, resource.Name, resource.Kind.ToString(), kind.ToString());
    }

    /// <summary>The server whose library a share is in.</summary>
    public static Key<VmmServer> ServerOf(LabState lab, LibraryShare share) =>
        lab.LibraryServers[share.LibraryServer].Server;

    /// <summary>Refuses a text that cannot stand in the library; null is none.</summary>
    /// <exception cref="LabException">It cannot.</exception>
    public static void DemandText(string? text, bool mayBeEmpty = true)
    {
        if (text is not null && (text.Length > LibrarySettings.MaximumText || text.Any(char.IsControl)
            || (!mayBeEmpty && string.IsNullOrWhiteSpace(text))))
        {
            throw LibraryErrors.TextWrong.For(text, text);
        }
    }

    /// <summary>Removes a share from the library; its files stay where they are.</summary>
    public static void Remove(LabState lab, LibraryShare share)
    {
        foreach (LibraryResource resource in lab.LibraryResources.ToArray())
        {
            if (resource.Share == share.Key)
            {
                lab.LibraryResources.Remove(resource.Key);
            }
        }

        TemplateMakings.Forget(lab, share.Key);
        lab.LibraryShares.Remove(share.Key);
    }

    /// <summary>A file that goes takes nothing of the library along, until a refresh sees it.</summary>
    public static void Forget(LabState lab, Key<StoredFile> file)
    {
        foreach (LibraryResource resource in lab.LibraryResources)
        {
            if (resource.File == file)
            {
                resource.LoseFile();
            }
        }
    }
}
