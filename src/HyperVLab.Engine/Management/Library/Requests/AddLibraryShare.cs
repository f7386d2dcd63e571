using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Takes a share of a library server into the library, and reads it.</summary>
public sealed record AddLibraryShare : LabRequest
{
    /// <summary>The share's network path, such as <c>\\LIB1\Library</c>.</summary>
    public required string SharePath { get; init; }

    /// <summary>What it is for; null for nothing.</summary>
    public string? Description { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        Libraries.DemandText(Description);
        (SmbShare share, string below) = SmbShares.Require(lab, SharePath);
        if (below.Length > 0)
        {
            throw FileErrors.SharePath.For(SharePath, SharePath);
        }

        LibraryServer server = Libraries.Of(lab, share.Computer)
            ?? throw LibraryErrors.ShareOfNoServer.For(SharePath, SharePath);
        VmmAccess.Demand(lab, caller, server.Server);
        if (Libraries.FindShare(lab, server, share.Name) is not null)
        {
            throw LibraryErrors.ShareExists.For(SharePath, SharePath);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        (SmbShare folder, _) = SmbShares.Require(lab, SharePath);
        LibraryServer server = Libraries.Of(lab, folder.Computer)!;
        LibraryShare share = lab.LibraryShares.Add(key => new LibraryShare(key, server.Key, folder.Name, lab.Now));
        share.Describe(Description ?? string.Empty);
        job.Give(share.Key);
        VmmOperations.Begin(
            lab, VmmOperationKind.RefreshLibrary, server.Server, job, [server.Computer], share.Key.Number);
    }
}
