using HyperVLab.Disks;

namespace HyperVLab.Engine.Storage;

/// <summary>Says whether a disk can become the parent of another.</summary>
internal static class VhdReconnection
{
    /// <summary>Refuses a parent that cannot be one.</summary>
    /// <exception cref="Engine.Requests.LabException">It cannot.</exception>
    public static void Demand(string path, VhdShape child, string parentPath, VhdShape parent)
    {
        if (child.Type != VhdType.Differencing)
        {
            throw VhdErrors.NotDifferencing.For(path, path);
        }

        if (child.Format != parent.Format)
        {
            throw VhdErrors.ParentOfOtherFormat.For(path, path, parent.Format.ToString());
        }

        if (child.LogicalSectorSizeBytes != parent.LogicalSectorSizeBytes || child.SizeBytes < parent.SizeBytes)
        {
            throw VhdErrors.ParentOfOtherSize.For(path, parentPath, path);
        }
    }
}
