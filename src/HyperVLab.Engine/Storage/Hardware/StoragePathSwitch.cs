using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage.Notices;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>Takes paths out and brings them back.</summary>
internal static class StoragePathSwitch
{
    /// <summary>The path of a number between a computer and an array.</summary>
    /// <exception cref="Engine.Requests.LabException">There is none.</exception>
    public static StoragePath Require(
        LabState lab, Key<PhysicalComputer> computer, Key<StorageArray> array, int number)
    {
        foreach (StoragePath path in lab.StoragePaths)
        {
            if (path.Computer == computer && path.Array == array && path.Number == number)
            {
                return path;
            }
        }

        throw DiskErrors.NoSuchPath.For($"{number}", $"{number}", lab.NameOf(computer), lab.NameOf(array));
    }

    /// <summary>Pulls a path's cable or plugs it in.</summary>
    public static void Plug(LabState lab, StoragePath path, bool isPlugged) =>
        Change(lab, path, () => path.Unplug(!isPlugged));

    /// <summary>One fault more, or one less, takes a path out.</summary>
    public static void Break(LabState lab, StoragePath path, bool breaks) =>
        Change(lab, path, () => path.Break(breaks));

    // Whoever used the path hears of it, where it makes a difference.
    private static void Change(LabState lab, StoragePath path, Action change)
    {
        StoragePathState before = path.State;
        change();
        if (path.State == before)
        {
            return;
        }

        bool isUp = path.State == StoragePathState.Up;
        lab.Write(
            isUp ? LogLevel.Information : LogLevel.Error,
            "mpio",
            lab.NameOf(path.Computer),
            $"Path {path.Number} to {lab.NameOf(path.Array)} {(isUp ? "came back" : "was lost")}.");
        lab.Raise(new StoragePathChanged(path.Key));
    }
}
