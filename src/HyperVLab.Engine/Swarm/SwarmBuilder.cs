using System.Globalization;
using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Making;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Swarm;

/// <summary>Builds a fabric by the requests that an admin's cmdlets send, up to guests that have booted.</summary>
internal sealed class SwarmBuilder
{
    private const long Gigabyte = 1L << 30;
    private const int LedgerRate = 20;
    private const int FillRate = 2;
    private const long FillBytes = 512L << 20;
    private const string SwitchName = "VMs";
    private const string ClusterName = "SWARM";
    private const string Letters = "EFGHIJKLMNOPRSTUVW";
    private readonly LabBuilder _lab;
    private readonly SwarmFabric _fabric;

    private SwarmBuilder(LabBuilder lab, SwarmFabric fabric)
    {
        _lab = lab;
        _fabric = fabric;
    }

    /// <summary>Builds an empty lab up to the fabric.</summary>
    public static void Build(Lab lab, SwarmFabric fabric)
    {
        var builder = new LabBuilder(lab);
        builder.Do(new NewLab());
        builder.SignIn();
        new SwarmBuilder(builder, fabric).Build();
    }

    private static string NameOf(string prefix, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}{number:D2}");

    private void Build()
    {
        _lab.Do(new AddStorageArray { Name = "SAN01", CapacityBytes = 100_000 * Gigabyte });
        if (_fabric.HasHeartbeatNetwork)
        {
            _lab.Do(new AddPhysicalSwitch { Name = "Heartbeat" });
        }

        int count = _fabric.NodeCount + _fabric.SpareHostCount;
        Key<PhysicalComputer>[] hosts = [.. Enumerable.Range(1, count).Select(AddHost)];
        Prepare(hosts);
        AddLuns(hosts);
        Key<PhysicalComputer>[] nodes = hosts[.._fabric.NodeCount];
        Key<Cluster> cluster = Form(nodes);
        Fill(nodes);
        SetQuorum(cluster);
        _lab.Rest(TimeSpan.FromMinutes(2));
    }

    private Key<PhysicalComputer> AddHost(int number) => new(_lab.Do(new AddHost
    {
        Name = NameOf("NODE", number),
        MemoryBytes = _fabric.HostMemoryBytes,
        StoragePathCount = _fabric.PathCount,
        NetworkAdapterCount = AdapterCount,
        ProcessorSocketCount = 2,
        CoresPerSocket = 8,
    }).ResultKey!.Value);

    private void Prepare(Key<PhysicalComputer>[] hosts)
    {
        ForEach(hosts, host => new InstallOperatingSystem { Computer = host, Edition = _fabric.Edition });
        if (!_fabric.Edition.StartsWith("Hyper-V", StringComparison.Ordinal))
        {
            ForEach(hosts, host => new InstallWindowsFeature { Computer = host, Name = "Hyper-V" });
        }

        ForEach(hosts, host => new EnableRemoteManagement { Computer = host });
        ForEach([.. hosts, _lab.Workstation], host => new EnableNetFirewallRule
        {
            Computer = host, DisplayGroup = FirewallGroups.RemoteVolumeManagement,
        });
        ForEach(hosts, host => new InstallPackage { Computer = host, Name = "SDDDSM" });
        ForEach(hosts, host => new InstallWindowsFeature { Computer = host, Name = "Failover-Clustering" });
        for (int index = 0; _fabric.HasHeartbeatNetwork && index < hosts.Length; index++)
        {
            Connect(hosts[index], index + 1);
        }

        ForEach(hosts, host => new JoinDomain { Computer = host, DomainName = _lab.DomainName, Restart = true });
        string[] cards = _fabric.IsTeamed == true
            ? [SwarmNetworkActions.SwitchCard, $"Local Area Connection {AdapterCount}"]
            : [SwarmNetworkActions.SwitchCard];
        if (cards.Length > 1 && JoinedBy(cards) is { } join)
        {
            ForEach(hosts, join);
            cards = [SwarmNetworkActions.TeamName];
        }

        ForEach(hosts, host => new NewVMSwitch
        {
            Name = SwitchName, Computer = host, NetAdapterName = cards, AllowManagementOS = false,
        });
    }

    private int AdapterCount => 2 + (_fabric.HasHeartbeatNetwork ? 1 : 0) + (_fabric.IsTeamed == true ? 1 : 0);

    // What makes one adapter of several on the fabric's release; null where its switches do.
    private Func<Key<PhysicalComputer>, LabRequest>? JoinedBy(string[] cards) =>
        Editions.Find(_fabric.Edition)!.Version switch
        {
            <= WindowsVersion.W2008R2 => host => new NewNetAdapterBond
            {
                Computer = host, Name = SwarmNetworkActions.TeamName, TeamMembers = cards,
            },
            < WindowsVersion.W2016 => host => new NewNetLbfoTeam
            {
                Computer = host, Name = SwarmNetworkActions.TeamName, TeamMembers = cards,
            },
            _ => null,
        };

    private void Connect(Key<PhysicalComputer> host, int number)
    {
        const string name = "Local Area Connection 3";
        _lab.Do(new ConnectNetAdapter { Computer = host, Name = name, PhysicalSwitch = new(2) });
        _lab.Do(new NewNetIPAddress
        {
            Computer = host,
            InterfaceAlias = name,
            IPAddress = string.Create(CultureInfo.InvariantCulture, $"10.0.0.{number}"),
        });
    }

    private void AddLuns(Key<PhysicalComputer>[] hosts)
    {
        var array = new Key<StorageArray>(_lab.Lab.Views<StorageArrayView>("SAN01")[0].Key);
        int count = 1 + _fabric.SharedVolumeCount + _fabric.PlainDiskCount;
        for (int number = 0; number < count; number++)
        {
            var lun = new Key<Lun>(_lab.Do(new NewLun
            {
                Name = NameOf("LUN", number),
                Array = array,
                SizeBytes = number == 0 ? Gigabyte : 200 * Gigabyte,
            }).ResultKey!.Value);
            foreach (Key<PhysicalComputer> host in hosts)
            {
                _lab.Do(new AddLunMapping { Lun = lun, Computer = host });
            }
        }

        ForEach(hosts, host => new UpdateHostStorageCache { Computer = host });
        for (int number = 0; number < count; number++)
        {
            _lab.Format(
                hosts[0], number + 1, NameOf("LUN", number), Letters[number..(number + 1)], PartitionStyle.GPT);
        }
    }

    private Key<Cluster> Form(Key<PhysicalComputer>[] nodes)
    {
        _lab.Do(new NewCluster { Name = ClusterName, Node = nodes });
        var cluster = new Key<Cluster>(_lab.Lab.Views<ClusterView>(ClusterName)[0].Key);
        _lab.Do(new SetCluster { Cluster = cluster, EnableSharedVolumes = "Enabled" });
        for (int number = 1; number <= _fabric.SharedVolumeCount; number++)
        {
            _lab.Do(new AddClusterSharedVolume { Resource = DiskOf(number) });
        }

        return cluster;
    }

    private void Fill(Key<PhysicalComputer>[] nodes)
    {
        for (int number = 1; number <= _fabric.VMCount; number++)
        {
            bool isPlain = number <= _fabric.PlainDiskCount;
            string folder = isPlain
                ? $@"{Letters[_fabric.SharedVolumeCount + number]}:\VMs"
                : NameOf(@"C:\ClusterStorage\Volume", 0)[..^2] + (1 + (number % _fabric.SharedVolumeCount)).ToString(
                    CultureInfo.InvariantCulture);
            Key<VirtualMachine> vm = AddMachine(
                NameOf("VM", number), isPlain ? nodes[0] : nodes[number % nodes.Length], folder);
            if (number <= _fabric.LedgerCount)
            {
                _lab.Do(new StartWorkload
                {
                    VM = vm, Kind = WorkloadKind.Ledger, Rate = LedgerRate, RoundSize = SwarmSettings.LedgerRound,
                });
            }
            else if (number > _fabric.VMCount - _fabric.FillCount)
            {
                _lab.Do(new StartWorkload
                {
                    VM = vm, Kind = WorkloadKind.Fill, Rate = FillRate, FlushEvery = 8, SizeBytes = FillBytes,
                });
            }
        }

        foreach (ClusterGroupView group in _lab.Lab.Views<ClusterGroupView>().Where(one => one.VMKey is not null))
        {
            _lab.Begin(new StartClusterGroup { Group = new(group.Key) });
        }

        _lab.Wait();
    }

    private Key<VirtualMachine> AddMachine(string name, Key<PhysicalComputer> host, string folder)
    {
        var vm = new Key<VirtualMachine>(_lab.Do(new NewVM
        {
            Name = name,
            Computer = host,
            MemoryStartupBytes = _fabric.VMMemoryBytes,
            Path = folder,
            NewVHDPath = $@"{folder}\{name}\{name}.vhd",
            NewVHDSizeBytes = 20 * Gigabyte,
            SwitchName = SwitchName,
        }).ResultKey!.Value);
        _lab.Do(new InstallGuestOS
        {
            VM = vm, OperatingSystem = "Windows Server 2008 R2", BootSeconds = _fabric.BootSeconds,
        });
        if (_fabric.DirtyBytesPerSecond > 0)
        {
            _lab.Do(new SetVMWorkload { VM = vm, DirtyBytesPerSecond = _fabric.DirtyBytesPerSecond });
        }

        _lab.Do(new AddClusterVirtualMachineRole { VM = vm });
        return vm;
    }

    private void SetQuorum(Key<Cluster> cluster)
    {
        Key<ClusterResource> disk = DiskOf(0);
        _lab.Do(_fabric.Quorum switch
        {
            ClusterQuorumType.NodeMajority => new SetClusterQuorum { Cluster = cluster, NoWitness = true },
            ClusterQuorumType.NodeAndDiskMajority => new SetClusterQuorum { Cluster = cluster, DiskWitness = disk },
            ClusterQuorumType.DiskOnly => new SetClusterQuorum { Cluster = cluster, DiskOnly = disk },
            _ => new SetClusterQuorum { Cluster = cluster, FileShareWitness = @"\\DC1\Witness" },
        });
    }

    private Key<ClusterResource> DiskOf(int number)
    {
        int lun = _lab.Lun(NameOf("LUN", number)).Number;
        return new(_lab.Lab.Views<ClusterResourceView>().Single(one => one.LunKey == lun).Key);
    }

    private void ForEach(Key<PhysicalComputer>[] hosts, Func<Key<PhysicalComputer>, LabRequest> request)
    {
        foreach (Key<PhysicalComputer> host in hosts)
        {
            _lab.Begin(request(host));
        }

        _lab.Wait();
    }
}
