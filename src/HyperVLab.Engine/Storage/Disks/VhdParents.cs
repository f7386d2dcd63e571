using HyperVLab.Disks;
using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>
/// Finds the parents of differencing disks in the lab's own tables; what the bytes say of paths is not trusted.
/// </summary>
/// <param name="lab">The lab.</param>
/// <param name="child">The child.</param>
/// <param name="computer">The host whose paths name the parents; null where nobody wants to know.</param>
internal sealed class VhdParents(LabState lab, StoredFile child, Key<PhysicalComputer>? computer = null)
    : IParentResolver
{
    /// <inheritdoc/>
    public ParentFile? Resolve(ParentReference reference)
    {
        if (VirtualDiskFiles.Find(lab, child.Key)?.Parent is not { } key || lab.StoredFiles.Find(key) is not { } parent)
        {
            return null;
        }

        IDiskFile bytes = Open(parent);
        string? path = computer is { } host ? PathResolver.PathOf(lab, host, parent) : null;
        return new ParentFile(bytes, new VhdParents(lab, parent, computer), path);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> PlacesOf(ParentReference reference) =>
        reference.AbsolutePath is { } path ? [path] : [];

    // To a disk, what the store refuses is a failure of storage as any other.
    private IDiskFile Open(StoredFile parent)
    {
        try
        {
            return lab.Disks.Open(DiskLocation.Of(parent), readOnly: true);
        }
        catch (DiskStoreException failure)
        {
            throw new IOException(failure.Message, failure);
        }
    }

    /// <summary>What a new disk says of its parent.</summary>
    /// <exception cref="DiskStoreException">The parent's file is missing, or this computer refused.</exception>
    /// <exception cref="DiskFormatException">The parent is damaged.</exception>
    public static DiskParentLink LinkTo(LabState lab, StoredFile parent, VhdPlan child) =>
        LinkTo(lab, parent, child.ParentPath!, child.Path);

    /// <summary>What a disk says of its parent.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="parent">The parent.</param>
    /// <param name="parentPath">The parent's full path on the host.</param>
    /// <param name="child">Where the disk is.</param>
    /// <exception cref="DiskStoreException">The parent's file is missing, or this computer refused.</exception>
    /// <exception cref="DiskFormatException">The parent is damaged.</exception>
    public static DiskParentLink LinkTo(LabState lab, StoredFile parent, string parentPath, ResolvedPath child)
    {
        bool isNeighbour = parent.Volume == child.Volume.Key;
        string? relative = isNeighbour ? Relative(child.Relative, parent.Path) : null;
        return VirtualDiskFiles.Read(lab, parent, disk => DiskParentLink.To(disk, parentPath, relative));
    }

    /// <summary>The way from one file's folder to another file of the volume.</summary>
    internal static string Relative(string from, string to)
    {
        string[] start = from.Split('\\')[..^1];
        string[] target = to.Split('\\');
        int common = 0;
        while (common < start.Length && common < target.Length - 1
            && string.Equals(start[common], target[common], StringComparison.OrdinalIgnoreCase))
        {
            common++;
        }

        string up = common == start.Length ? "." : string.Join('\\', Enumerable.Repeat("..", start.Length - common));
        return $"{up}\\{string.Join('\\', target[common..])}";
    }
}
