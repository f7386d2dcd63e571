using System.Globalization;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Storage;

/// <summary>
/// The checkpoints of a lab: each a whole lab, disks included, in a folder of its own; a block of a disk that several
/// have is there once.
/// </summary>
/// <param name="folder">Where they are on this computer.</param>
public sealed class LabCheckpoints(string folder)
{
    /// <summary>The name of the folder of a lab's checkpoints in the lab's folder.</summary>
    public const string FolderName = "checkpoints";

    /// <summary>All of them, in the order in which they were taken.</summary>
    /// <exception cref="LabException">The list of them is damaged.</exception>
    public IReadOnlyList<LabCheckpoint> All => Guard(folder, () => LabCheckpointList.Read(folder));

    /// <summary>Takes one of a lab between two events.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="name">Its name, which no other has.</param>
    /// <exception cref="LabException">There is one of that name, or this computer could not write it.</exception>
    public LabCheckpoint Take(Lab lab, string name)
    {
        IReadOnlyList<LabCheckpoint> all = All;
        if (Find(all, name) is not null)
        {
            throw LabCheckpointErrors.Exists.For(name, name);
        }

        return Guard(name, () =>
        {
            int number = all.Select(static one => one.Number).Append(0).Max() + 1;

            // What was broken off has left its folder, and no line in the list.
            Delete(PlaceOf(number));
            LabCheckpoint checkpoint = lab.Still(() =>
            {
                lab.ExportTo(PlaceOf(number), Blocks);
                return new LabCheckpoint(number, name, lab.Now, lab.EventsApplied, lab.JournalHash);
            });
            LabCheckpointList.Write(folder, all.Append(checkpoint));
            return checkpoint;
        });
    }

    /// <summary>Makes the lab that it is of.</summary>
    /// <param name="name">Which.</param>
    /// <param name="disks">Where the lab's disks will be; the lab disposes it.</param>
    /// <param name="labName">The lab's name in this process; null for the name that it had.</param>
    /// <exception cref="LabException">There is none of that name, it is damaged, or this computer refused.</exception>
    public Lab Read(string name, IDiskStore disks, string? labName = null) =>
        Lab.Import(PlaceOf(Require(All, name).Number), Blocks, disks, labName);

    /// <summary>Refuses a name that no checkpoint has.</summary>
    /// <exception cref="LabException">None has it.</exception>
    public void Demand(string name) => Require(All, name);

    /// <summary>Removes one, and what only it needs.</summary>
    /// <exception cref="LabException">There is none of that name, or this computer refused.</exception>
    public void Remove(string name)
    {
        IReadOnlyList<LabCheckpoint> all = All;
        LabCheckpoint checkpoint = Require(all, name);
        Guard(name, () =>
        {
            LabCheckpoint[] others = [.. all.Where(one => one != checkpoint)];
            HashSet<string> dropped = DiskExport.DigestsIn(PlaceOf(checkpoint.Number));
            LabCheckpointList.Write(folder, others);
            Delete(PlaceOf(checkpoint.Number));
            foreach (LabCheckpoint other in others)
            {
                dropped.ExceptWith(DiskExport.DigestsIn(PlaceOf(other.Number)));
            }

            foreach (string digest in dropped.Order(StringComparer.Ordinal))
            {
                Blocks.Drop(digest);
            }

            return true;
        });
    }

    private BlockFolder Blocks => DiskExport.BlocksOf(folder);

    private static LabCheckpoint? Find(IEnumerable<LabCheckpoint> all, string name) =>
        all.FirstOrDefault(one => StringComparer.OrdinalIgnoreCase.Equals(one.Name, name));

    private static LabCheckpoint Require(IEnumerable<LabCheckpoint> all, string name) =>
        Find(all, name) ?? throw LabCheckpointErrors.Unknown.For(name, name);

    private static void Delete(string place)
    {
        if (Directory.Exists(place))
        {
            Directory.Delete(place, recursive: true);
        }
    }

    private static T Guard<T>(string name, Func<T> work)
    {
        try
        {
            return DiskStoreException.Guard(work);
        }
        catch (InvalidDataException damage)
        {
            throw LabCheckpointErrors.Damaged.For(name, name, damage.Message);
        }
        catch (DiskStoreException failure)
        {
            throw LabCheckpointErrors.Failed.For(name, name, failure.Message);
        }
    }

    private string PlaceOf(int number) => Path.Combine(folder, number.ToString(CultureInfo.InvariantCulture));
}
