namespace HyperVLab.Disks.Vhdx;

/// <summary>Opens a disk and its parents, down to one that has none.</summary>
internal static class VhdxChain
{
    /// <summary>Opens the whole chain.</summary>
    public static VhdxDisk Open(IDiskFile file, IParentResolver? parents, bool readOnly)
        => Open(file, parents, readOnly || file.IsReadOnly, []);

    /// <summary>Opens a file for changes of its settings, without its parents: nobody may read bytes of it.</summary>
    public static VhdxDisk OpenAlone(IDiskFile file)
    {
        var structure = VhdxStructure.Read(file, replay: true);
        return structure.Headers.Current.LogLengthBytes > 0
            ? new VhdxDisk(structure, null, readOnly: false)
            : throw new DiskFormatException(
                "VHDX header", structure.Headers.CurrentOffset, "there is no log, so the disk can only be read");
    }

    /// <summary>Opens the parents of a differencing disk, for those who only want to know whether they fit.</summary>
    public static VhdxDisk OpenParents(VhdxStructure child, IParentResolver? parents)
        => OpenParent(
            child.Metadata, child.Metadata.Locator!, parents, [child.Headers.Current.DataWriteIdentifier]);

    /// <summary>Gives a new child the sectors of its parent, if that is found.</summary>
    public static DiskCreation LikeParent(DiskCreation creation, IParentResolver? parents)
    {
        if (creation.Type != VhdType.Differencing || creation.Parent is not { } parent
            || parents?.Resolve(VhdxParentLocator.For(parent).ToReference()) is not { } found)
        {
            return creation;
        }

        using var file = found.File;
        var metadata = VhdxStructure.ReadWithoutTable(file).Metadata;
        return creation with
        {
            LogicalSectorSizeBytes = metadata.LogicalSectorSizeBytes,
            PhysicalSectorSizeBytes = creation.PhysicalSectorSizeBytes == 0
                ? metadata.PhysicalSectorSizeBytes
                : creation.PhysicalSectorSizeBytes,
        };
    }

    private static VhdxDisk Open(IDiskFile file, IParentResolver? parents, bool readOnly, List<Guid> children)
    {
        var structure = VhdxStructure.Read(file, replay: !readOnly);
        if (!readOnly && structure.Headers.Current.LogLengthBytes == 0)
        {
            throw new DiskFormatException(
                "VHDX header", structure.Headers.CurrentOffset, "there is no log, so the disk can only be read");
        }

        return Open(structure, parents, readOnly, children);
    }

    private static VhdxDisk Open(
        VhdxStructure structure, IParentResolver? parents, bool readOnly, List<Guid> children)
    {
        if (structure.Metadata.Locator is not { } locator)
        {
            return new VhdxDisk(structure, parent: null, readOnly);
        }

        children.Add(structure.Headers.Current.DataWriteIdentifier);
        return new VhdxDisk(structure, OpenParent(structure.Metadata, locator, parents, children), readOnly);
    }

    private static VhdxDisk OpenParent(
        VhdxMetadata child, VhdxParentLocator locator, IParentResolver? parents, List<Guid> children)
    {
        var reference = locator.ToReference();
        if (locator.Identifiers.All(children.Contains))
        {
            throw new DiskParentException(
                DiskParentProblem.Loop, child.LocatorOffset, $"the chain leads back to disk {reference.Identifier}");
        }

        if (children.Count >= Vhd.VhdDisk.MaximumChainLength)
        {
            throw new DiskParentException(
                DiskParentProblem.TooDeep,
                child.LocatorOffset,
                $"the chain has more than {Vhd.VhdDisk.MaximumChainLength} disks");
        }

        var found = parents?.Resolve(reference) ?? throw new DiskParentException(
            DiskParentProblem.Missing, child.LocatorOffset, $"the parent '{reference.BestPath}' was not found");
        try
        {
            Compare(child, locator, VhdxHeaders.Read(found.File).Current.DataWriteIdentifier);
            return Open(found.File, found.Parents, readOnly: true, children);
        }
        catch
        {
            found.File.Dispose();
            throw;
        }
    }

    private static void Compare(VhdxMetadata child, VhdxParentLocator locator, Guid parent)
    {
        if (!locator.Identifiers.Contains(parent))
        {
            throw new DiskParentException(
                DiskParentProblem.IdentifierMismatch,
                child.LocatorOffset,
                $"'{locator.ToReference().BestPath}' has the data write identifier {parent}, "
                    + $"the child asks for {string.Join(" or ", locator.Identifiers)}");
        }
    }
}
