using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine;

internal sealed partial class LabState
{
    /// <summary>
    /// Who counts on the bytes of a virtual hard disk now, in words: a virtual machine that is not off, a mount, or a
    /// conversion. It stands in the frame so that storage, which knows nothing of virtual machines, can ask. Changes
    /// and learns nothing.
    /// </summary>
    /// <returns>Such as <c>the virtual machine 'web01'</c>; null where nobody does.</returns>
    public string? DiskUserOf(StoredFile file) => VMDrives.UserOf(this, file, static vm => vm.State != VMState.Off) is
        { } vm ? $"the virtual machine '{vm.Name}'" : DiskMounts.UserOf(this, file) ?? MergeOf(file)
            ?? Management.Conversions.UserOf(this, file);

    /// <summary>The merge of a removed checkpoint that writes to a disk or reads it, in words; null for none.</summary>
    public string? MergeOf(StoredFile file) => Guards.LocksChainDuringMerge ? DiskMerges.NameOf(this, file) : null;

    /// <summary>The virtual machine that has a LUN open now, in words; null where none has.</summary>
    public string? LunUserOf(Key<Lun> lun) =>
        PassThroughDisks.UserOf(this, lun) is { } vm ? $"the virtual machine '{vm.Name}'" : null;

    /// <summary>The virtual machine that has a LUN as a drive, running or not, in words; null for none.</summary>
    public string? LunKeeperOf(Key<Lun> lun) =>
        PassThroughDisks.DriveWith(this, lun) is { } drive ? $"the virtual machine '{this.NameOf(drive.VM)}'" : null;

    /// <summary>
    /// The virtual machine that has a file as a drive, running or not, or has it open in a DVD drive, in words; null
    /// for none.
    /// </summary>
    public string? KeeperOf(StoredFile file) =>
        (VMDrives.UserOf(this, file, static _ => true) ?? DvdMedia.UserOf(this, file, static vm => vm.HoldsResources))
            is { } vm ? $"the virtual machine '{vm.Name}'" : null;

    /// <summary>Whether a virtual machine has a disk open now: a saved one has not.</summary>
    public bool IsOpen(StoredFile file) => VMDrives.UserOf(this, file, but: null) is not null;
}
