using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>
/// Finds the disks that are mounted, of which there are few. It is made from the table of disks and holds nothing of
/// its own.
/// </summary>
internal sealed class DiskMountIndex
{
    private readonly Table<StoredDisk> _table;
    private readonly SortedSet<int> _numbers = [];

    /// <summary>Indexes what the lab holds.</summary>
    public DiskMountIndex(Table<StoredDisk> table)
    {
        _table = table;
        foreach (StoredDisk disk in table)
        {
            Follow(disk);
        }
    }

    /// <summary>The disks that are mounted, by their keys.</summary>
    public IEnumerable<StoredDisk> All => _numbers.Select(number => _table[new Key<StoredDisk>(number)]);

    /// <summary>Takes over what a disk says of itself.</summary>
    public void Follow(StoredDisk disk)
    {
        if (disk.Mount is null)
        {
            _numbers.Remove(disk.Key.Number);
        }
        else
        {
            _numbers.Add(disk.Key.Number);
        }
    }
}
