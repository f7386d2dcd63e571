using System.Management.Automation;
using HyperVLab.Disks;
using HyperVLab.Disks.Operations;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;
using HyperVLab.Session;

namespace HyperVLab.Commands.Storage;

/// <summary>A cmdlet that reads what is in virtual hard disks and raw images, whole chains included.</summary>
public abstract class VhdContentCmdlet : VhdReadingCmdlet
{
    /// <summary>
    /// Raw for raw images of any name. Without it, files whose names end with .img or .raw are raw images, and so are
    /// whole disks of this computer, such as /dev/sdb; other files say themselves what they are.
    /// </summary>
    [Parameter]
    public VhdFormat Format { get; set; }

    /// <summary>Reads a disk, which is closed afterwards.</summary>
    /// <param name="disk">The disk.</param>
    /// <param name="lab">The lab of its host; null for a file of this computer.</param>
    private protected abstract void Read(OpenedDisk disk, LabHandle? lab);

    /// <inheritdoc/>
    private protected sealed override void ReadHere(string path)
    {
        using OpenedDisk disk = LocalDiskReader.Open(path, Environment.MachineName, Format);
        Read(disk, lab: null);
    }

    /// <inheritdoc/>
    private protected sealed override void ReadThere(LabHandle lab, PhysicalComputerView computer, string path)
    {
        // The lab says which files they are, and is not held up while they are read.
        using OpenedDisk disk = LocalDiskReader.Open(lab.Lab.Ask(
            new VirtualHardDiskChainQuery(new(computer.Key), path)));
        Read(disk, lab);
    }

    /// <summary>Reads something that takes time, beside the pipeline.</summary>
    /// <exception cref="Engine.Requests.LabException">The disk is damaged, or this computer refused.</exception>
    private protected T Run<T>(string activity, OpenedDisk disk, Func<VirtualDisk, DiskWork, T> read) =>
        new DiskWorker(this).Run(activity, disk.Path, work => disk.Read(opened => read(opened, work)));
}
