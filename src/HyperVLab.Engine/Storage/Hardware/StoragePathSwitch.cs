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

    /// <summary>Takes a path out, or brings it back; whoever used it hears of it.</summary>
    public static void Turn(LabState lab, StoragePath path, StoragePathState state)
    {
        path.Turn(state);
        bool isUp = state == StoragePathState.Up;
        lab.Write(
            isUp ? LogLevel.Information : LogLevel.Error,
            "mpio",
            lab.NameOf(path.Computer),
            $"Path {path.Number} to {lab.NameOf(path.Array)} {(isUp ? "came back" : "was lost")}.");
        lab.Raise(new StoragePathChanged(path.Key));
    }
}
