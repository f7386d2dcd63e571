using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>
/// Finds the disk that a file is. It is made anew when disks came or went, and holds nothing of its own.
/// </summary>
internal sealed class DisksByFile(Table<StoredDisk> table)
{
    private readonly Dictionary<Key<StoredFile>, StoredDisk> _disks = [];
    private (int Count, int Next) _seen;

    /// <summary>The disk that a file is; null where it is none.</summary>
    public StoredDisk? Find(Key<StoredFile> file)
    {
        if (_seen.Count == table.Count - 1 && _seen.Next == table.NextNumber - 1)
        {
            // One was added since: the usual case while many are made.
            Add(table[new Key<StoredDisk>(_seen.Next)]);
        }
        else if (_seen != (table.Count, table.NextNumber))
        {
            _disks.Clear();
            foreach (StoredDisk disk in table)
            {
                Add(disk);
            }
        }

        _seen = (table.Count, table.NextNumber);
        return _disks.GetValueOrDefault(file);
    }

    // An import that gives a file twice is refused elsewhere; here it must only not end the reading.
    private void Add(StoredDisk disk) => _disks.TryAdd(disk.File, disk);
}
