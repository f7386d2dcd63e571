using HyperVLab.Disks;
using HyperVLab.Disks.Optical;
using HyperVLab.Engine;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Scenarios.Tests.Properties;

/// <summary>Images of discs and places of the library, so that requests about them find some.</summary>
internal static class RandomDiscs
{
    private static readonly string s_content = Pack();

    /// <summary>Copies an image onto a volume of a computer.</summary>
    public static CopyFile Fitting(CopyFile drawn, Values values, LabState lab)
    {
        VolumeMount[] mounts = [.. lab.VolumeMounts.Where(mount => mount.Computer == drawn.Computer)];
        return mounts.Length == 0
            ? drawn
            : drawn with
            {
                Content = s_content,
                Destination = $@"{values.One(mounts).Path}\VMs\{values.One(["tools", "setup", "web01"])}.iso",
            };
    }

    /// <summary>Puts an image into a drive that its host finds, or takes one out.</summary>
    public static SetVMDvdDrive Fitting(SetVMDvdDrive drawn, Values values, LabState lab)
    {
        if (values.Chance(4) || lab.VMDvdDrives.Find(drawn.Drive) is not { } drive)
        {
            return drawn with { Path = string.Empty };
        }

        string[] images = [.. PathsFrom(lab, lab.VirtualMachines[drive.VM].Computer)];
        return images.Length == 0 ? drawn : drawn with { Path = values.One(images) };
    }

    /// <summary>Takes a share that there is.</summary>
    public static AddLibraryShare Fitting(AddLibraryShare drawn, Values values, LabState lab) =>
        lab.SmbShares.Count == 0
            ? drawn
            : drawn with { SharePath = SmbShares.PathOf(lab, values.One([.. lab.SmbShares])) };

    /// <summary>Takes a library share that there is.</summary>
    public static SaveVirtualMachine Fitting(SaveVirtualMachine drawn, Values values, LabState lab) =>
        lab.LibraryShares.Count == 0
            ? drawn
            : drawn with { SharePath = LibraryFiles.PathOf(lab, values.One([.. lab.LibraryShares])) };

    private static IEnumerable<string> PathsFrom(LabState lab, Key<PhysicalComputer> host)
    {
        foreach (StoredFile file in lab.StoredFiles)
        {
            if (file.Kind == StoredFileKind.Content && PathResolver.PathOf(lab, host, file) is { } path)
            {
                yield return path;
            }
        }

        foreach (SmbShare share in lab.SmbShares)
        {
            yield return $@"{SmbShares.PathOf(lab, share)}\tools.iso";
        }
    }

    private static string Pack()
    {
        using var file = new MemoryDiskFile();
        file.SetLength(18 * OpticalImage.SectorBytes);
        file.Write(16 * OpticalImage.SectorBytes, [1, .. "CD001"u8, 1]);
        return PackedFile.Of(file).ToString();
    }
}
