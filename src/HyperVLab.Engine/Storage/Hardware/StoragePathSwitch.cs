using HyperVLab.Engine.Storage.Notices;

namespace HyperVLab.Engine.Storage;

/// <summary>Takes paths out and brings them back.</summary>
internal static class StoragePathSwitch
{
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
