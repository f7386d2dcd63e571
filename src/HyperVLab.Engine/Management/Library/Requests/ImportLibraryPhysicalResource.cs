using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Brings a file of this computer into a library share, and takes it into the library at once.</summary>
public sealed record ImportLibraryPhysicalResource : LabRequest
{
    private CopyFile? _copy;

    /// <summary>The file as <see cref="Reading"/> packs it.</summary>
    [Target("SourcePath")]
    [ShownAs("$path")]
    public required string Content { get; init; }

    /// <summary>Where it goes: the network path of a library share, with folders and the file's name.</summary>
    public required string SharePath { get; init; }

    /// <inheritdoc/>
    internal override bool IsWhole => _copy is null or { IsWhole: true };

    /// <summary>Makes the request for a file of this computer.</summary>
    /// <param name="path">The file's full path here.</param>
    /// <param name="sharePath">The network path that it gets.</param>
    /// <exception cref="LabException">There is no such file, or this computer refused.</exception>
    public static ImportLibraryPhysicalResource Reading(string path, string sharePath)
    {
        CopyFile copy = CopyFile.Reading(path, default, string.Empty);
        return new ImportLibraryPhysicalResource { Content = copy.Content, SharePath = sharePath, _copy = copy };
    }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        (LibraryShare share, string below) = Libraries.Require(lab, SharePath);
        Libraries.DemandFree(lab, caller, share.Key);
        if (below.Length == 0)
        {
            throw LibraryErrors.EmptySourcePath.For(SharePath, SharePath);
        }

        ResolvedPath folder = LibraryFiles.FolderOf(lab, share);
        _copy = (_copy ?? new CopyFile { Computer = default, Content = Content, Destination = string.Empty }) with
        {
            Computer = LibraryFiles.ComputerOf(lab, share),
            Destination = $@"{folder.Full}\{below}",
        };
        _copy.Validate(lab, LabCaller.Lab);
    }

    /// <inheritdoc/>
    internal override void Write(LabState lab, LabCaller caller) => _copy!.Write(lab, caller);

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        (LibraryShare share, string below) = Libraries.Require(lab, SharePath);
        StoredFile file = _copy!.Add(lab);
        if (LibraryScan.Find(lab, share, file, below) is { } resource)
        {
            job.Give(resource.Key);
        }

        _copy = null;
    }
}
