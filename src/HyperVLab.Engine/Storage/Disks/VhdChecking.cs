using HyperVLab.Disks;
using HyperVLab.Disks.Operations;

namespace HyperVLab.Engine.Storage;

/// <summary>Looks for what is wrong with the disks of a lab.</summary>
internal static class VhdChecking
{
    /// <summary>What is wrong with a disk and its chain.</summary>
    /// <exception cref="Engine.Requests.LabException">This computer refused to read it.</exception>
    public static IReadOnlyList<DiskDefect> Check(LabState lab, VhdTarget target, DiskWork work) =>
        DiskReading.Of(target.Path, () =>
        {
            using IDiskFile file = lab.Disks.Open(target.Location, readOnly: true);
            return DiskCheck.Run(file, new VhdParents(lab, target.File), work, StorageSettings.Began + lab.Now);
        });
}
