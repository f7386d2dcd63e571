using System.Globalization;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Clustering.Validation;

/// <summary>The tests of the disks that the nodes share.</summary>
internal static class StorageTests
{
    private const long Gibibyte = 1L << 30;

    /// <summary>Every shared disk that one node sees is seen by all of them.</summary>
    public static ValidationFinding Visibility(ValidationScope scope)
    {
        var finding = new ValidationFinding();
        foreach (Lun lun in SharedLuns(scope))
        {
            List<string> blind = [.. scope.Computers
                .Where(computer => ClusterDisks.CountOn(scope.Lab, computer.Key, lun.Key) == 0
                    || !StorageReach.CanReach(scope.Lab, computer.Key, lun.Key))
                .Select(computer => computer.Name)];
            if (blind.Count > 0)
            {
                finding.Fail($"{TextOf(lun)} is not visible to {string.Join(", ", blind)}.");
            }
            else
            {
                finding.Note($"{TextOf(lun)} is visible to all nodes.");
            }
        }

        return OrNothing(finding);
    }

    /// <summary>Every shared disk is one disk on every node, with more than one path to it.</summary>
    public static ValidationFinding Multipath(ValidationScope scope)
    {
        var finding = new ValidationFinding();
        foreach (Lun lun in SharedLuns(scope))
        {
            foreach (PhysicalComputer computer in scope.Computers)
            {
                int seen = ClusterDisks.CountOn(scope.Lab, computer.Key, lun.Key);
                int paths = scope.Lab.StoragePaths.Count(path => path.Computer == computer.Key
                    && path.Array == lun.Array && path.State == StoragePathState.Up);
                if (seen > 1)
                {
                    finding.Fail(
                        $"{computer.Name} sees {TextOf(lun)} as several disks: no multipath I/O module claims it.");
                }
                else if (paths == 1)
                {
                    finding.Warn($"{computer.Name} has one path only to {TextOf(lun)}.");
                }
                else if (seen == 1)
                {
                    finding.Note(string.Create(
                        CultureInfo.InvariantCulture, $"{computer.Name} has {paths} paths to {TextOf(lun)}."));
                }
            }
        }

        return OrNothing(finding);
    }

    /// <summary>Every shared disk keeps a persistent reservation, and nobody else holds one.</summary>
    public static ValidationFinding Reservations(ValidationScope scope)
    {
        var finding = new ValidationFinding();
        foreach (Lun lun in SharedLuns(scope))
        {
            bool isOthers = lun.ReservedBy is { } holder && !scope.Computers.Any(computer => computer.Key == holder);
            if (!scope.Lab.StorageArrays[lun.Array].HasPersistentReservations)
            {
                finding.Fail($"{TextOf(lun)} does not support persistent reservations (SCSI-3).");
            }
            else if (isOthers)
            {
                finding.Fail($"{TextOf(lun)} is reserved by {scope.Lab.NameOf(lun.ReservedBy!.Value)}.");
            }
            else
            {
                finding.Note($"{TextOf(lun)} supports persistent reservations (SCSI-3).");
            }
        }

        return OrNothing(finding);
    }

    /// <summary>Shared disks can be used: initialised, and formatted with NTFS.</summary>
    public static ValidationFinding FileSystems(ValidationScope scope)
    {
        var finding = new ValidationFinding();
        foreach (Lun lun in SharedLuns(scope))
        {
            if (ClusterDisks.VolumeOf(scope.Lab, lun.Key) is { FileSystem: VolumeFileSystem.NTFS } volume)
            {
                finding.Note(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{TextOf(lun)} has an NTFS volume of {volume.SizeBytes / Gibibyte} GB."));
            }
            else
            {
                finding.Warn($"{TextOf(lun)} has no NTFS volume: a new cluster leaves it out.");
            }
        }

        return OrNothing(finding);
    }

    private static List<Lun> SharedLuns(ValidationScope scope) => [.. scope.Lab.Luns.Where(lun =>
        scope.Lab.StorageArrays[lun.Array].IsShared
        && scope.Computers.Any(computer => ClusterDisks.CountOn(scope.Lab, computer.Key, lun.Key) > 0))];

    private static string TextOf(Lun lun) =>
        string.Create(
            CultureInfo.InvariantCulture, $"LUN {lun.Name} ({lun.SizeBytes / Gibibyte} GB, {lun.SerialNumber})");

    private static ValidationFinding OrNothing(ValidationFinding finding)
    {
        if (finding.Messages.Count == 0)
        {
            finding.Skip("No disk is shared with these nodes.");
        }

        return finding;
    }
}
