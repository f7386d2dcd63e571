using System.Globalization;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Proof;

/// <summary>Volumes have what their files take, and know how much that is.</summary>
internal static class SpaceInvariants
{
    /// <summary>Adds what does not hold.</summary>
    public static void Check(LabState lab, Findings findings)
    {
        long[] files = new long[lab.Volumes.NextNumber];
        foreach (StoredFile file in lab.StoredFiles)
        {
            files[file.Volume.Number] += lab.Volumes[file.Volume].Rounded(file.SizeBytes);
        }

        foreach (Volume volume in lab.Volumes)
        {
            Check(volume, files[volume.Key.Number], findings);
        }
    }

    private static void Check(Volume volume, long files, Findings findings)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"volume {volume.Key.Number} ({volume.Label})");
        if (volume.UsedBytes < 0 || volume.UsedBytes > volume.SizeBytes)
        {
            findings.Add(LabInvariant.DiskSpaceFits, name, string.Create(
                CultureInfo.InvariantCulture, $"{name} has given {volume.UsedBytes} of {volume.SizeBytes} bytes."));
        }

        long own = volume.UsedBytes - files;
        long bare = VolumeFormats.TakenBytes(volume, 0);
        if (own != bare && own != VolumeFormats.TakenBytes(volume, StorageSettings.OperatingSystemBytes))
        {
            findings.Add(LabInvariant.CountersAreRight, name, string.Create(
                CultureInfo.InvariantCulture,
                $"{name} counts {volume.UsedBytes} bytes, and its files take {files} beside its own {bare}."));
        }
    }
}
