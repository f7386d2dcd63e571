using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>
/// The volumes on each LUN, by key. It is made anew when volumes came or went, and holds nothing of its own.
/// </summary>
internal sealed class VolumesByLun(LabState lab)
{
    private readonly Dictionary<Key<Lun>, List<Volume>> _volumes = [];
    private (int Count, int Next) _seen;

    /// <summary>A LUN's volumes.</summary>
    public IReadOnlyList<Volume> Of(Key<Lun> lun)
    {
        // Keys are never used again, so these two numbers change whenever a volume comes or goes.
        if (_seen != (lab.Volumes.Count, lab.Volumes.NextNumber))
        {
            Collect();
        }

        return _volumes.TryGetValue(lun, out List<Volume>? volumes) ? volumes : [];
    }

    private void Collect()
    {
        _volumes.Clear();
        foreach (Volume volume in lab.Volumes)
        {
            Key<Lun> lun = lab.Partitions[volume.Partition].Lun;
            if (!_volumes.TryGetValue(lun, out List<Volume>? volumes))
            {
                _volumes.Add(lun, volumes = []);
            }

            volumes.Add(volume);
        }

        _seen = (lab.Volumes.Count, lab.Volumes.NextNumber);
    }
}
