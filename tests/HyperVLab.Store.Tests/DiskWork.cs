using HyperVLab.Engine;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Files;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Making;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Store.Tests;

/// <summary>
/// The inputs of a lab that is hard on its disks: guests that write, checkpoints, merges, conversions.
/// </summary>
internal sealed class DiskWork
{
    private const long Megabyte = 1L << 20;
    private readonly LabBuilder _lab;
    private readonly Random _random;
    private readonly List<(Key<VirtualMachine> Key, string Folder)> _machines = [];
    private readonly List<string> _disks = [];
    private Key<PhysicalComputer> _host;

    private DiskWork(Lab lab, int seed) => (_lab, _random) = (new LabBuilder(lab), new Random(seed));

    /// <summary>Draws and plays them.</summary>
    public static JournalFile Draw(int seed)
    {
        using var lab = new Lab("disks", seed, new MemoryDiskStore());
        new DiskWork(lab, seed).Play();
        return lab.ExportJournal();
    }

    private void Play()
    {
        BladeCenterS.Build(_lab);
        _host = _lab.Computer("HVR2NODO1");
        for (int number = 0; number < 3; number++)
        {
            MakeMachine(number);
        }

        for (int step = 0; step < 40; step++)
        {
            Try(Next(step));
            _lab.Rest(TimeSpan.FromSeconds(_random.Next(20)));
        }
    }

    private void MakeMachine(int number)
    {
        string folder = $@"C:\ClusterStorage\Volume1\vm{number}";
        Key<VirtualMachine> vm = new(_lab.Do(new NewVM
        {
            Name = $"vm{number}",
            Computer = _host,
            Path = @"C:\ClusterStorage\Volume1",
            NewVHDPath = $@"{folder}\{number}.vhd",
            NewVHDSizeBytes = 64 * Megabyte,
            MemoryStartupBytes = 512 * Megabyte,
        }).ResultKey!.Value);
        _lab.Do(new InstallGuestOS { VM = vm, OperatingSystem = "Windows Server 2008 R2" });
        _lab.Do(new StartVM { VM = vm });
        _lab.Rest(TimeSpan.FromMinutes(2));
        _machines.Add((vm, folder));
        _disks.Add($@"{folder}\{number}.vhd");
        Try(new StartWorkload { VM = vm, Kind = WorkloadKind.Ledger, Rate = 50 });
    }

    private LabRequest Next(int step)
    {
        (Key<VirtualMachine> vm, string folder) = _machines[_random.Next(_machines.Count)];
        string disk = _disks[_random.Next(_disks.Count)];
        string made = $@"{folder}\made{step}.vhd";
        switch (_random.Next(10))
        {
            case 0:
                return new CheckpointVM { VM = vm };
            case 1:
                return new StopVM { VM = vm, TurnOff = true };
            case 2 or 3:
                return new StartVM { VM = vm };
            case 4 when _lab.Lab.Views<VMSnapshotView>() is [.., var last]:
                return new RemoveVMSnapshot { Snapshot = new(last.Key) };
            case 5 when _lab.Lab.Views<VMSnapshotView>() is [var first, ..]:
                return new RestoreVMSnapshot { Snapshot = new(first.Key) };
            case 6:
                _disks.Add(made);
                return new NewVHD { Computer = _host, Path = made, ParentPath = disk, Differencing = true };
            case 7:
                _disks.Add(made);
                return new ConvertVHD { Computer = _host, Path = disk, DestinationPath = made, DeleteSource = true };
            case 8:
                return new MergeVHD { Computer = _host, Path = disk };
            default:
                return _random.Next(2) == 0
                    ? new ResizeVHD { Computer = _host, Path = disk, SizeBytes = (64 + step) * Megabyte }
                    : new RemoveFile { Computer = _host, Path = disk };
        }
    }

    private void Try(LabRequest request)
    {
        try
        {
            _lab.Do(request);
        }
        catch (LabException)
        {
            // Many cannot be done: their refusals are inputs too.
        }
    }
}
