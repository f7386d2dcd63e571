using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>Which letters a computer's volumes have.</summary>
internal static class DriveLetters
{
    // A and B are floppy drives', C is the system's.
    private const char First = 'D';

    /// <summary>Whether a computer shows a volume under a letter.</summary>
    public static bool IsTaken(LabState lab, Key<PhysicalComputer> computer, char letter) =>
        VolumeMounts.Find(lab, computer, $"{letter}:") is not null;

    /// <summary>The first letter that is free; null where none is.</summary>
    public static char? FirstFree(LabState lab, Key<PhysicalComputer> computer)
    {
        for (char letter = First; letter <= 'Z'; letter++)
        {
            if (!IsTaken(lab, computer, letter))
            {
                return letter;
            }
        }

        return null;
    }

    /// <summary>
    /// Gives every data volume of a LUN that the computer does not mount a letter, as Windows does (automount).
    /// </summary>
    public static void AssignMissing(LabState lab, Key<PhysicalComputer> computer, Key<Lun> lun)
    {
        if (lab.Luns[lun].IsClustered)
        {
            return;
        }

        foreach (Volume volume in VolumeMounts.VolumesOf(lab, lun))
        {
            // Windows takes a datastore's partition for one without a file system.
            bool isData = lab.Partitions[volume.Partition].Type == PartitionType.Basic
                && volume.FileSystem != VolumeFileSystem.VMFS;
            if (isData && VolumeMounts.Of(lab, computer, volume.Key) is null && FirstFree(lab, computer) is { } letter)
            {
                VolumeMounts.Mount(lab, computer, volume.Key, $"{letter}:");
            }
        }
    }

    /// <summary>A letter as somebody gave it, in upper case.</summary>
    /// <exception cref="Engine.Requests.LabException">It is no letter, or one that the system keeps.</exception>
    public static char Parse(string letter) => letter is [var one] && char.IsAsciiLetter(one)
        ? char.ToUpperInvariant(one)
        : throw StorageErrors.LetterRefused.For(letter, letter);

    /// <summary>A letter that a volume can be given.</summary>
    /// <exception cref="Engine.Requests.LabException">It is none, or taken.</exception>
    public static char DemandFree(LabState lab, Key<PhysicalComputer> computer, string letter)
    {
        char wanted = Parse(letter);
        return IsTaken(lab, computer, wanted)
            ? throw StorageErrors.LetterTaken.For($"{wanted}", $"{wanted}", lab.NameOf(computer))
            : wanted;
    }
}
