namespace HyperVLab.Disks;

/// <summary>
/// Reads a chain of differencing disks one by one, so that a broken chain can be described too: what is there, what is
/// missing, and where it was looked for.
/// </summary>
public static class DiskChain
{
    /// <summary>Reads the structures of a disk and of its parents; no data.</summary>
    /// <param name="file">The disk to begin with; it stays with the caller.</param>
    /// <param name="parents">Who finds its parent; null for nobody.</param>
    /// <param name="path">Where the disk is, to be repeated in the answer.</param>
    /// <returns>The disk, its parent and so on, down to one that has no parent or at which the chain ends
    /// otherwise; at least one.</returns>
    public static IReadOnlyList<DiskChainLink> Read(IDiskFile file, IParentResolver? parents, string? path = null)
    {
        var first = new DiskChainLink { Depth = 0, Path = path, State = DiskChainState.Healthy };
        var links = new List<DiskChainLink> { Read(file, first, parents) };
        while (links[^1].Information?.Parent is { } reference)
        {
            var next = new DiskChainLink
            {
                Depth = links.Count,
                Reference = reference,
                Places = parents?.PlacesOf(reference) ?? [],
                State = DiskChainState.Healthy,
            };
            if (Ends(links, next) is { } end)
            {
                links.Add(end);
                break;
            }

            next = Find(next, ref parents);
            links.Add(next);
            if (next.State == DiskChainState.IdentifierMismatch && IsAmong(links.SkipLast(1), next))
            {
                break;
            }
        }

        return links;
    }

    private static bool IsAmong(IEnumerable<DiskChainLink> links, DiskChainLink other)
        => links.Any(link => link.Information!.LinkIdentifier == other.Information!.LinkIdentifier);

    private static DiskChainLink? Ends(List<DiskChainLink> links, DiskChainLink next)
    {
        var wanted = next.Reference!.Identifier;
        if (links.FirstOrDefault(link => link.Information!.LinkIdentifier == wanted) is { } before)
        {
            return next with
            {
                State = DiskChainState.Loop,
                Problem = $"The chain leads back to disk {wanted} at depth {before.Depth}.",
            };
        }

        return links.Count <= Vhd.VhdDisk.MaximumChainLength ? null : next with
        {
            State = DiskChainState.TooDeep,
            Problem = $"The chain has more than {Vhd.VhdDisk.MaximumChainLength} disks; the rest is not read.",
        };
    }

    private static DiskChainLink Find(DiskChainLink link, ref IParentResolver? parents)
    {
        ParentFile? found;
        try
        {
            found = parents?.Resolve(link.Reference!);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return link with { State = DiskChainState.Unreadable, Problem = refusal.Message };
        }

        if (found is null)
        {
            return link with
            {
                State = DiskChainState.Missing,
                Problem = $"The parent '{link.Reference!.BestPath}' was not found.",
            };
        }

        parents = found.Parents;
        using (found.File)
        {
            return Compare(Read(found.File, link with { Path = found.Path }, found.Parents));
        }
    }

    private static DiskChainLink Read(IDiskFile file, DiskChainLink link, IParentResolver? parents)
    {
        try
        {
            return link with { Information = DiskInformation.Read(file, parents) };
        }
        catch (DiskFormatException damage)
        {
            return link with { State = DiskChainState.Damaged, Problem = damage.Message };
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return link with { State = DiskChainState.Unreadable, Problem = refusal.Message };
        }
    }

    private static DiskChainLink Compare(DiskChainLink link) => link.IdentifierMatches != false ? link : link with
    {
        State = DiskChainState.IdentifierMismatch,
        Problem = $"It is disk {link.Information!.LinkIdentifier}, and its child asks for "
            + $"{link.Reference!.Identifier}.",
    };
}
