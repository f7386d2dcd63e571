namespace HyperVLab.Disks.Vhd;

/// <summary>Opens a disk and its parents, down to one that has none.</summary>
internal static class VhdChain
{
    /// <summary>Opens the whole chain.</summary>
    public static VhdDisk Open(IDiskFile file, IParentResolver? parents, bool readOnly)
        => Open(file, VhdStructure.Read(file), parents, readOnly, []);

    /// <summary>Opens the parent of a differencing disk, with the whole chain below it, for reading.</summary>
    public static VhdDisk OpenParents(VhdStructure child, IParentResolver? parents)
        => OpenParent(child, child.Parent!, parents, [child.Footer.Identifier]);

    private static VhdDisk Open(
        IDiskFile file, VhdStructure structure, IParentResolver? parents, bool readOnly, List<Guid> children)
    {
        if (structure.Header is null)
        {
            return new VhdFixedDisk(file, structure, readOnly);
        }

        if (structure.Parent is not { } reference)
        {
            return new VhdDynamicDisk(file, structure, parent: null, readOnly);
        }

        children.Add(structure.Footer.Identifier);
        return new VhdDynamicDisk(file, structure, OpenParent(structure, reference, parents, children), readOnly);
    }

    private static VhdDisk OpenParent(
        VhdStructure child, ParentReference reference, IParentResolver? parents, List<Guid> children)
    {
        var offset = (long)child.Footer.DataOffset;
        if (children.Contains(reference.Identifier))
        {
            throw new DiskParentException(
                DiskParentProblem.Loop, offset, $"the chain leads back to disk {reference.Identifier}");
        }

        if (children.Count >= VhdDisk.MaximumChainLength)
        {
            throw new DiskParentException(
                DiskParentProblem.TooDeep, offset, $"the chain has more than {VhdDisk.MaximumChainLength} disks");
        }

        var found = parents?.Resolve(reference) ?? throw new DiskParentException(
            DiskParentProblem.Missing, offset, $"the parent '{reference.BestPath}' was not found");
        try
        {
            var structure = VhdStructure.Read(found.File);
            Compare(child, reference, structure.Footer, offset);
            return Open(found.File, structure, found.Parents, readOnly: true, children);
        }
        catch
        {
            found.File.Dispose();
            throw;
        }
    }

    private static void Compare(VhdStructure child, ParentReference reference, VhdFooter parent, long offset)
    {
        if (parent.Identifier != reference.Identifier)
        {
            throw new DiskParentException(
                DiskParentProblem.IdentifierMismatch,
                offset,
                $"'{reference.BestPath}' is disk {parent.Identifier}, the child asks for {reference.Identifier}");
        }

        // Only a hint: Windows 10 writes none, and others write the time of the parent's file.
        if (child.Header!.ParentTimestamp is not 0 and var stamp && stamp != parent.Timestamp)
        {
            child.Warnings.Add($"The child was made for the parent of {VhdTimestamp.ToTime(stamp):u}, this one says "
                + $"{VhdTimestamp.ToTime(parent.Timestamp):u}.");
        }
    }
}
