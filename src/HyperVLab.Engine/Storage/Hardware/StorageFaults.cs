using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>What can befall storage and the ways to it, and its repair.</summary>
internal static class StorageFaults
{
    /// <summary>The paths of a computer, of a controller of an array, or where both are given of both.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="computer">The computer's end; null for any.</param>
    /// <param name="array">The array's end; null for any.</param>
    /// <param name="controller">Which of the array's controllers; null for any.</param>
    public static IReadOnlyList<Key<StoragePath>> PathsOf(
        LabState lab, Key<PhysicalComputer>? computer, Key<StorageArray>? array, int? controller)
    {
        List<Key<StoragePath>> found = [];
        foreach (StoragePath path in lab.StoragePaths)
        {
            if ((computer ?? path.Computer) == path.Computer && (array ?? path.Array) == path.Array
                && (controller ?? path.Number) == path.Number)
            {
                found.Add(path.Key);
            }
        }

        return found;
    }

    /// <summary>Takes paths out; they stay out until <see cref="RepairPaths"/> was called as often.</summary>
    public static void BreakPaths(LabState lab, IReadOnlyList<Key<StoragePath>> paths) => Turn(lab, paths, true);

    /// <summary>Brings paths back that nothing else keeps out.</summary>
    public static void RepairPaths(LabState lab, IReadOnlyList<Key<StoragePath>> paths) => Turn(lab, paths, false);

    private static void Turn(LabState lab, IReadOnlyList<Key<StoragePath>> paths, bool breaks)
    {
        foreach (Key<StoragePath> path in paths)
        {
            StoragePathSwitch.Break(lab, lab.StoragePaths[path], breaks);
        }
    }
}
