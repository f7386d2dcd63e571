using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Making;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Compute;

/// <summary>Labs with Hyper-V hosts, a switch VMs on each, and a shared volume at C:\ClusterStorage\Volume1.</summary>
internal static class ComputeLab
{
    public const long Gigabyte = 1L << 30;
    public const string Shared = @"C:\ClusterStorage\Volume1";

    public static HostHardware Blade => new()
    {
        ProcessorSocketCount = 2,
        CoresPerSocket = 4,
        ProcessorVendor = "GenuineIntel",
        MemoryBytes = 16 * Gigabyte,
        NetworkAdapterCount = 2,
        LocalDiskSizeBytes = 68 * Gigabyte,
    };

    public static TestLab Create(int hosts = 1, long seed = 7)
    {
        var lab = new TestLab(seed);
        lab.Do(new NewLab());
        for (int number = 1; number <= hosts; number++)
        {
            lab.AddHost($"NODE{number}", Blade);
        }

        lab.Arrange(state => AddSharedVolume(state));
        return lab;
    }

    /// <summary>Adds a running host with an address and a switch VMs.</summary>
    public static Key<PhysicalComputer> AddHost(
        this TestLab lab, string name, HostHardware hardware, string edition = "HyperVServer2008R2")
    {
        Key<PhysicalComputer> host = default;
        lab.Arrange(state =>
        {
            PhysicalComputer computer = HostFactory.AddComputer(state, name, ComputerRole.HyperVHost, hardware);
            host = computer.Key;
            HostFactory.InstallAtOnce(state, computer, edition);
            HostFactory.EnableFeatureAtOnce(state, computer, FeatureCatalogue.HyperV);
            HostFactory.JoinAtOnce(state, computer, state.Domains.First());
            NetworkAdapter[] adapters = [.. Adapters.Of(state, host)];
            Addresses.Configure(state, adapters[0], new AddressSettings(
                $"192.168.10.{20 + host.Number}", 24, null, "192.168.10.10", IsDhcp: false));
            VirtualSwitch made = state.VirtualSwitches.Add(key => new VirtualSwitch(
                key, host, "VMs", state.Draws.Identifier("test-switch", key.Number), VMSwitchType.External));
            made.Attach(VMSwitchType.External, adapters[1].Key);
            adapters[1].TakeBy(made.Key);
        });
        return host;
    }

    public static VirtualMachineView NewVM(
        this TestLab lab, string name, int host = 1, long memoryGigabytes = 1, string? switchName = "VMs") =>
        lab.Make<VirtualMachineView>(new NewVM
        {
            Name = name,
            Computer = lab.Computer($"NODE{host}"),
            MemoryStartupBytes = memoryGigabytes * Gigabyte,
            SwitchName = switchName,
        });

    /// <summary>A machine on shared storage with a guest at an address.</summary>
    public static VirtualMachineView NewGuest(
        this TestLab lab, string name, string address, int host = 1, long memoryGigabytes = 2)
    {
        VirtualMachineView vm = lab.Make<VirtualMachineView>(new NewVM
        {
            Name = name,
            Computer = lab.Computer($"NODE{host}"),
            MemoryStartupBytes = memoryGigabytes * Gigabyte,
            SwitchName = "VMs",
            Path = Shared,
            NewVHDPath = $@"{Shared}\{name}\{name}.vhd",
            NewVHDSizeBytes = 20 * Gigabyte,
        });
        lab.Do(new InstallGuestOS
        {
            VM = vm.Machine(),
            OperatingSystem = "Windows Server 2008 R2 Enterprise",
            IPAddress = address,
        });
        return vm;
    }

    public static Key<VirtualMachine> Machine(this VirtualMachineView vm) => new(vm.Key);

    public static VirtualMachineView Now(this TestLab lab, VirtualMachineView vm) =>
        lab.Lab.View<VirtualMachineView>(vm.Key)!;

    /// <summary>Starts a machine and waits until its guest has booted.</summary>
    public static void Boot(this TestLab lab, VirtualMachineView vm)
    {
        lab.Do(new StartVM { VM = vm.Machine() });
        lab.Advance(ComputeSettings.GuestBoot.TotalSeconds);
        Assert.Equal(GuestState.Running, lab.Now(vm).Guest);
    }

    /// <summary>Begins a migration, as the areas above do.</summary>
    public static Key<Migration>? Move(
        this TestLab lab, VirtualMachineView vm, int host, MigrationKind kind = MigrationKind.Live)
    {
        Key<PhysicalComputer> target = lab.Computer($"NODE{host}");
        Key<Migration>? begun = null;
        lab.Arrange(state => begun = Migrations.Begin(state, vm.Machine(), target, kind, job: null));
        return begun;
    }

    /// <summary>Why a migration is refused; null where it is not.</summary>
    public static LabException? MoveRefusal(
        this TestLab lab, VirtualMachineView vm, int host, MigrationKind kind = MigrationKind.Live)
    {
        Key<PhysicalComputer> target = lab.Computer($"NODE{host}");
        return lab.Read(state => Migrations.Refusal(state, vm.Machine(), target, kind));
    }

    /// <summary>Whether a machine's port answers.</summary>
    public static bool IsUp(this TestLab lab, VirtualMachineView vm) => lab.Read(state =>
        VMQueries.AdaptersOf(state, state.VirtualMachines[vm.Machine()])
            .Any(adapter => adapter.Station is { } station && state.Stations[station].IsUp));

    public static void AddSharedVolume(LabState state)
    {
        StorageArray array = ArrayFactory.AddShared(state, "SAN", "RSSM", 500 * Gigabyte, 2, chassis: null);
        Lun lun = ArrayFactory.AddLun(state, array, "CSV1", 100 * Gigabyte);
        DiskLayout.Initialise(state, lun, PartitionStyle.MBR);
        (long offset, long size) = DiskLayout.FindSpace(state, lun, null)!.Value;
        Volume volume = DiskLayout.AddVolume(
            state, DiskLayout.AddPartition(state, lun, PartitionType.Basic, offset, size));
        VolumeFormats.Format(state, volume, VolumeFileSystem.NTFS, "CSV1", 4096);
        List<Key<PhysicalComputer>> hosts =
            [.. state.Computers.Where(one => one.Role == ComputerRole.HyperVHost).Select(one => one.Key)];
        foreach (Key<PhysicalComputer> host in hosts)
        {
            ArrayFactory.Map(state, lun, host);
        }

        lun.JoinCluster();
        SharedDisks.Reserve(lun, hosts[0]);
        SharedDisks.Share(state, lun, hosts);
    }
}
