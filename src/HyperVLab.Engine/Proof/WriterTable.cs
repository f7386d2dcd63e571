using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Proof;

/// <summary>Who has which virtual hard disk open to write it, kept up as machines come and go.</summary>
internal sealed class WriterTable
{
    private readonly Dictionary<Key<StoredFile>, Key<VirtualMachine>> _writers = [];
    private readonly Dictionary<Key<VirtualMachine>, List<Key<StoredFile>>> _files = [];
    private readonly Dictionary<Key<Lun>, Key<VirtualMachine>> _lunWriters = [];
    private readonly Dictionary<Key<VirtualMachine>, List<Key<Lun>>> _luns = [];

    /// <summary>Takes over what one machine has open now, and adds what does not hold.</summary>
    public void Follow(LabState lab, VirtualMachine vm, Findings findings)
    {
        Forget(vm.Key);
        if (!vm.HoldsResources)
        {
            return;
        }

        List<Key<StoredFile>> files = [];
        _files[vm.Key] = files;
        foreach (Key<VMHardDiskDrive> key in vm.HardDrives)
        {
            VMHardDiskDrive drive = lab.VMHardDiskDrives[key];
            if (drive.Lun is { } lun)
            {
                Claim(lab, vm, lun, findings);
            }
            else if (VMDrives.FileOf(lab, vm, drive) is { } file)
            {
                Claim(lab, vm, file, files, findings);
            }
        }
    }

    /// <summary>A machine has nothing open any more.</summary>
    public void Forget(Key<VirtualMachine> vm)
    {
        if (_files.Remove(vm, out List<Key<StoredFile>>? files))
        {
            foreach (Key<StoredFile> file in files)
            {
                _writers.Remove(file);
            }
        }

        if (_luns.Remove(vm, out List<Key<Lun>>? luns))
        {
            luns.ForEach(lun => _lunWriters.Remove(lun));
        }
    }

    private void Claim(LabState lab, VirtualMachine vm, Key<Lun> lun, Findings findings)
    {
        string name = lab.NameOf(lun);
        if (_lunWriters.TryAdd(lun, vm.Key))
        {
            _luns.TryAdd(vm.Key, []);
            _luns[vm.Key].Add(lun);
        }
        else
        {
            findings.Add(
                LabInvariant.OneWriterForEachLun, name,
                $"{name} is written by {vm.Name} and by {lab.NameOf(_lunWriters[lun])}.");
        }

        if (PassThroughDisks.OnlineOn(lab, lun) is { } host)
        {
            findings.Add(
                LabInvariant.OneWriterForEachLun, name,
                $"{name} is online on {lab.NameOf(host)}, and {vm.Name} writes it.");
        }
    }

    private void Claim(
        LabState lab, VirtualMachine vm, StoredFile file, List<Key<StoredFile>> files, Findings findings)
    {
        if (!_writers.TryAdd(file.Key, vm.Key))
        {
            findings.Add(
                LabInvariant.OneWriterForEachVHD, file.Name,
                $"{file.Path} is written by {vm.Name} and by {lab.NameOf(_writers[file.Key])}.");
            return;
        }

        files.Add(file.Key);
        StoredDisk? disk = VirtualDiskFiles.Find(lab, file.Key);
        if (disk?.Mount is not null)
        {
            findings.Add(
                LabInvariant.OneWriterForEachVHD, file.Name, $"{file.Path} is mounted, and {vm.Name} writes it.");
        }

        while (disk?.Parent is { } parent)
        {
            if (_writers.TryGetValue(parent, out Key<VirtualMachine> writer))
            {
                findings.Add(
                    LabInvariant.OneWriterForEachVHD, file.Name,
                    $"{lab.NameOf(parent)} is written by {lab.NameOf(writer)} below {file.Path} of {vm.Name}.");
            }

            disk = VirtualDiskFiles.Find(lab, parent);
        }
    }
}
