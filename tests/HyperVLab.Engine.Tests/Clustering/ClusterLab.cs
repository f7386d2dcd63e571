using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Making;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Engine.Tests.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Clustering;

/// <summary>
/// Labs with clusters in them: NODE1, NODE2, ... at 192.168.10.21 and up, with a second network 10.0.0.x.
/// </summary>
internal static class ClusterLab
{
    public const long Gigabyte = 1L << 30;
    public const string SharedFolder = @"C:\ClusterStorage\Volume1";

    /// <summary>Nodes that are ready to form a cluster, with a 10 GB and a 100 GB disk that both see.</summary>
    public static List<Key<PhysicalComputer>> AddNodes(
        this TestLab lab, int count = 2, string edition = "HyperVServer2008R2", bool withStorage = true)
    {
        lab.Do(new NewLab());
        List<Key<PhysicalComputer>> nodes = [];
        for (int number = 1; number <= count; number++)
        {
            nodes.Add(lab.AddNode(number, edition));
        }

        if (withStorage)
        {
            lab.AddLuns(nodes, 10 * Gigabyte, 100 * Gigabyte);
            foreach (Key<PhysicalComputer> node in nodes)
            {
                lab.AddMpio(node);
            }

            lab.Prepare(nodes[0], 1, "Q");
            lab.Prepare(nodes[0], 2, "X");
        }

        return nodes;
    }

    /// <summary>A computer that is ready to become a node.</summary>
    public static Key<PhysicalComputer> AddNode(this TestLab lab, int number, string edition = "HyperVServer2008R2")
    {
        Key<PhysicalComputer> node = new(lab.Make<PhysicalComputerView>(
            new AddHost { Name = $"NODE{number}", NetworkAdapterCount = 3 }).Key);
        lab.Do(new InstallOperatingSystem { Computer = node, Edition = edition });
        lab.Do(new NewNetIPAddress
        {
            Computer = node,
            InterfaceAlias = "Local Area Connection",
            IPAddress = $"192.168.10.{20 + number}",
            DefaultGateway = "192.168.10.1",
        });
        lab.Do(new NewNetIPAddress
        {
            Computer = node,
            InterfaceAlias = "Local Area Connection 2",
            IPAddress = $"10.0.0.{20 + number}",
        });
        if (!edition.StartsWith("HyperVServer", StringComparison.Ordinal))
        {
            lab.Do(new InstallWindowsFeature { Computer = node, Name = FeatureCatalogue.HyperV });
        }

        lab.Do(new InstallWindowsFeature { Computer = node, Name = FeatureCatalogue.FailoverClustering });
        lab.Do(new SetDnsClientServerAddress
        {
            Computer = node,
            InterfaceAlias = "Local Area Connection",
            ServerAddresses = ["192.168.10.10"],
        });
        lab.Do(new JoinDomain { Computer = node, DomainName = "lab.local", Restart = true });
        lab.Do(new NewVMSwitch
        {
            Computer = node,
            Name = "VMs",
            NetAdapterName = ["Local Area Connection 3"],
            AllowManagementOS = false,
        });
        return node;
    }

    /// <summary>A cluster C1 of new nodes.</summary>
    public static Key<Cluster> AddCluster(this TestLab lab, int count = 2, string edition = "HyperVServer2008R2") =>
        lab.Form(lab.AddNodes(count, edition));

    /// <summary>A cluster C1 of nodes.</summary>
    public static Key<Cluster> Form(this TestLab lab, IReadOnlyList<Key<PhysicalComputer>> nodes) =>
        new(lab.Make<ClusterView>(new NewCluster { Name = "C1", Node = nodes, StaticAddress = "192.168.10.30" }).Key);

    /// <summary>A cluster C1 with the 100 GB disk as C:\ClusterStorage\Volume1.</summary>
    public static Key<Cluster> AddSharedCluster(this TestLab lab, int count = 2)
    {
        Key<Cluster> cluster = lab.AddCluster(count);
        lab.Do(new SetCluster { Cluster = cluster, EnableSharedVolumes = "Enabled/NoticeRead" });
        lab.Do(new AddClusterSharedVolume { Resource = lab.Resource("Cluster Disk 2") });
        return cluster;
    }

    /// <summary>A machine of 2 GB on the shared volume, with a guest at an address, off and highly available.</summary>
    public static Key<VirtualMachine> AddClusteredVM(
        this TestLab lab, string name, Key<PhysicalComputer> host, string address, string folder = SharedFolder)
    {
        Key<VirtualMachine> vm = lab.AddVM(name, host, address, folder);
        lab.Do(new AddClusterVirtualMachineRole { VM = vm });
        return vm;
    }

    /// <summary>A machine of 2 GB with a guest at an address, on the shared volume or elsewhere.</summary>
    public static Key<VirtualMachine> AddVM(
        this TestLab lab, string name, Key<PhysicalComputer> host, string address, string folder = SharedFolder)
    {
        Key<VirtualMachine> vm = new(lab.Make<VirtualMachineView>(new NewVM
        {
            Name = name,
            Computer = host,
            MemoryStartupBytes = 2 * Gigabyte,
            SwitchName = "VMs",
            Path = folder,
            NewVHDPath = $@"{folder}\{name}\{name}.vhd",
            NewVHDSizeBytes = 20 * Gigabyte,
        }).Key);
        lab.Do(new InstallGuestOS
        {
            VM = vm,
            OperatingSystem = "Windows Server 2008 R2 Enterprise",
            ComputerName = name,
            IPAddress = address,
        });
        return vm;
    }

    public static Key<ClusterResource> Resource(this TestLab lab, string name) =>
        new(lab.View<ClusterResourceView>(name).Key);

    public static Key<ClusterGroup> Group(this TestLab lab, string name) => new(lab.View<ClusterGroupView>(name).Key);

    public static Key<ClusterNode> Node(this TestLab lab, string name) => new(lab.View<ClusterNodeView>(name).Key);

    /// <summary>A machine of 2 GB with all its files on disk X:, which is its group's own, and running.</summary>
    public static Key<VirtualMachine> AddRunningVMOnItsOwnDisk(
        this TestLab lab, string name, Key<PhysicalComputer> host)
    {
        Key<VirtualMachine> vm = new(lab.Make<VirtualMachineView>(new NewVM
        {
            Name = name,
            Computer = host,
            MemoryStartupBytes = 2 * Gigabyte,
            Path = @"X:\",
            NewVHDPath = $@"X:\{name}\{name}.vhd",
            NewVHDSizeBytes = 20 * Gigabyte,
        }).Key);
        lab.Do(new AddClusterVirtualMachineRole { VM = vm });
        lab.Do(new StartClusterGroup { Group = lab.Group(name) });
        return vm;
    }

    /// <summary>Pulls every storage cable of a computer, or plugs them in again.</summary>
    public static void CutPaths(this TestLab lab, Key<PhysicalComputer> computer, bool areCut = true)
    {
        foreach (StoragePathView path in lab.Lab.Views<StoragePathView>())
        {
            Key<StorageArray> array = new(path.ArrayKey);
            if (path.ComputerKey == computer.Number)
            {
                lab.Do(areCut
                    ? new DisconnectStoragePath { Computer = computer, Array = array, Number = path.Number }
                    : new ConnectStoragePath { Computer = computer, Array = array, Number = path.Number });
            }
        }
    }

    /// <summary>Pulls the network cables of a computer over which its cluster talks, or plugs them in again.</summary>
    public static void CutNetwork(this TestLab lab, Key<PhysicalComputer> computer, bool isCut = true)
    {
        foreach (string name in new[] { "Local Area Connection", "Local Area Connection 2" })
        {
            lab.Do(isCut
                ? new DisconnectNetAdapter { Computer = computer, Name = name }
                : new ConnectNetAdapter { Computer = computer, Name = name });
        }
    }

    /// <summary>Cuts a computer's power.</summary>
    public static void Cut(this TestLab lab, Key<PhysicalComputer> computer) =>
        lab.Do(new StopHost { Computer = computer, TurnOff = true });

    /// <summary>Takes events until something holds, and says how long that took; fails after an hour.</summary>
    public static TimeSpan Until(this TestLab lab, Func<bool> holds)
    {
        TimeSpan start = lab.Lab.Now;
        while (!holds())
        {
            Assert.True(lab.Lab.Now - start < TimeSpan.FromHours(1), "It did not come about within an hour.");
            Assert.True(lab.Lab.TakeEvent(), "Nothing waits that could bring it about.");
        }

        return lab.Lab.Now - start;
    }

    public static VMState StateOf(this TestLab lab, Key<VirtualMachine> vm) =>
        lab.Read(state => state.VirtualMachines[vm].State);

    public static GuestState GuestOf(this TestLab lab, Key<VirtualMachine> vm) =>
        lab.Read(state => state.VirtualMachines[vm].Guest);
}
