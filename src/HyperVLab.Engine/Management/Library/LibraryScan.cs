using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>Reads a share of the library: what was put there by hand comes in, and what is gone is missing.</summary>
internal static class LibraryScan
{
    /// <summary>How long reading a share takes.</summary>
    public static TimeSpan DurationOf(LabState lab, Key<LibraryShare> key)
    {
        int files = lab.LibraryShares.Find(key) is { } share && Problem(lab, share) is null
            ? LibraryFiles.In(lab, LibraryFiles.FolderOf(lab, share)).Count()
            : 0;
        return LibrarySettings.RefreshBase + (files * LibrarySettings.RefreshFile);
    }

    /// <summary>Why a share cannot be read now; null where it can.</summary>
    public static string? Problem(LabState lab, LibraryShare share)
    {
        try
        {
            LibraryFiles.FolderOf(lab, share);
            return null;
        }
        catch (LabException refusal)
        {
            return refusal.Message;
        }
    }

    /// <summary>Reads a share.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="share">The share, which can be read.</param>
    /// <param name="below">Only what stands below this path in it; empty for all.</param>
    public static void Run(LabState lab, LibraryShare share, string below = "")
    {
        var known = lab.LibraryResources.Where(resource => resource.Share == share.Key)
            .ToDictionary(static resource => resource.Path, StringComparer.OrdinalIgnoreCase);
        foreach ((StoredFile file, string path) in LibraryFiles.In(lab, LibraryFiles.FolderOf(lab, share), below))
        {
            Find(lab, share, file, path, known.GetValueOrDefault(path));
        }

        foreach (LibraryResource resource in lab.LibraryResources.ToArray())
        {
            if (resource.Share == share.Key && resource.File is null
                && (below.Length == 0 || resource.Path.StartsWith($@"{below}\", StringComparison.OrdinalIgnoreCase)))
            {
                Miss(lab, resource);
            }
        }

        share.Refresh(lab.Now);
    }

    /// <summary>Takes one file into the library.</summary>
    /// <returns>What it is there; null where it is nothing that the library keeps.</returns>
    public static LibraryResource? Find(LabState lab, LibraryShare share, StoredFile file, string path)
    {
        LibraryResource? known = lab.LibraryResources.FirstOrDefault(resource => resource.Share == share.Key
            && string.Equals(resource.Path, path, StringComparison.OrdinalIgnoreCase));
        return Find(lab, share, file, path, known);
    }

    private static LibraryResource? Find(
        LabState lab, LibraryShare share, StoredFile file, string path, LibraryResource? known)
    {
        // What belongs to a stored machine is that machine's alone.
        if (VMStoredFiles.Has(lab, file) || LibraryContent.KindOf(lab, file) is not { } content)
        {
            return null;
        }

        LibraryResource resource = known is { } one && one.Kind == content.Kind
            ? one
            : lab.LibraryResources.Add(key => new LibraryResource(key, share.Key, file, path, content.Kind));
        resource.Find(file, content.PlugAndPlayIds, lab.Now);
        return resource;
    }

    // What something needs stays as a gap that can be seen and filled; anything else is forgotten.
    private static void Miss(LabState lab, LibraryResource resource)
    {
        if (LibraryDependents.Of(lab, resource).Any())
        {
            resource.Miss();
        }
        else
        {
            lab.LibraryResources.Remove(resource.Key);
        }
    }
}
