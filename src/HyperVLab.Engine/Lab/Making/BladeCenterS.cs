using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Making;

/// <summary>
/// The lab of the BladeCenter S tutorial: two blades with Hyper-V Server 2008 R2, a cluster with one shared volume, and
/// a virtual machine on it. It takes the tutorial's own steps, by the requests that an admin's cmdlets send.
/// </summary>
public static class BladeCenterS
{
    private const long Gigabyte = 1L << 30;
    private const string Edition = "Hyper-V Server 2008 R2";
    private static readonly string[] s_nodes = ["HVR2NODO1", "HVR2NODO2"];

    /// <summary>Builds an empty lab up to the state after the tutorial's ninth step: web01 is there, off.</summary>
    public static void Build(LabBuilder lab)
    {
        lab.Do(new NewLab());
        lab.SignIn();
        BuildHosts(lab);
        ConnectHosts(lab);
        FormatDisks(lab);
        BuildCluster(lab);
        BuildVM(lab, "web01", s_nodes[1], "192.168.10.41");
    }

    /// <summary>Builds the hosts up to the point where a cluster can be made of them.</summary>
    public static void BuildHosts(LabBuilder lab)
    {
        lab.Do(new AddChassis { Name = "BladeCenter S" });
        lab.Do(new AddStorageArray { Name = "RSSM", Chassis = new Key<Chassis>(1) });
        lab.Do(new AddHost { Name = "blade1", Chassis = new Key<Chassis>(1) });
        lab.Do(new AddHost { Name = "blade2", Chassis = new Key<Chassis>(1) });
        Key<PhysicalComputer>[] blades = [lab.Computer("blade1"), lab.Computer("blade2")];
        ForEach(lab, blades, blade => lab.Begin(new InstallOperatingSystem { Computer = blade, Edition = Edition }));
        for (int index = 0; index < blades.Length; index++)
        {
            lab.Begin(new RenameHost { Computer = blades[index], NewName = s_nodes[index], Restart = true });
        }

        lab.Wait();
        for (int index = 0; index < blades.Length; index++)
        {
            OpenHost(lab, blades[index], $"192.168.10.{21 + index}");
        }

        // Disk management needs the group at both ends.
        lab.Do(new EnableNetFirewallRule
        {
            Computer = lab.Workstation, DisplayGroup = "Remote Volume Management",
        });
        ForEach(
            lab, blades,
            blade => lab.Begin(new JoinDomain { Computer = blade, DomainName = lab.DomainName, Restart = true }));
        ForEach(lab, blades, blade => lab.Do(new AddLocalGroupMember
        {
            Computer = blade, Group = "Administrators", Member = @"LAB\Administrator",
        }));
    }

    /// <summary>Gives the blades their two LUNs, multipath I/O, clustering and a virtual switch.</summary>
    public static void ConnectHosts(LabBuilder lab)
    {
        var array = new Key<StorageArray>(lab.Lab.Views<StorageArrayView>("RSSM")[0].Key);
        lab.Do(new NewLun { Name = "Quorum", Array = array, SizeBytes = 10 * Gigabyte });
        lab.Do(new NewLun { Name = "CSV1", Array = array, SizeBytes = 100 * Gigabyte });
        Key<PhysicalComputer>[] nodes = [.. s_nodes.Select(lab.Computer)];
        ForEach(lab, nodes, node =>
        {
            lab.Do(new AddLunMapping { Lun = lab.Lun("Quorum"), Computer = node });
            lab.Do(new AddLunMapping { Lun = lab.Lun("CSV1"), Computer = node });
            lab.Do(new UpdateHostStorageCache { Computer = node });
        });
        lab.Do(new InstallWindowsFeature { Computer = nodes[0], Name = "Multipath-IO" });
        ForEach(lab, nodes, node => lab.Begin(new InstallPackage { Computer = node, Name = "SDDDSM" }));
        ForEach(lab, nodes, node => lab.Begin(new RestartHost { Computer = node }));
        ForEach(
            lab, nodes, node => lab.Begin(new InstallWindowsFeature { Computer = node, Name = "Failover-Clustering" }));
        ForEach(lab, nodes, node => lab.Do(new NewVMSwitch
        {
            Name = "VMs", Computer = node, NetAdapterName = ["Local Area Connection 2"], AllowManagementOS = false,
        }));
    }

    /// <summary>Formats both LUNs from the workstation, with letters Q: and X: on both nodes.</summary>
    public static void FormatDisks(LabBuilder lab)
    {
        lab.Format(lab.Computer(s_nodes[0]), 1, "Quorum", "Q", PartitionStyle.MBR);
        lab.Format(lab.Computer(s_nodes[0]), 2, "CSV1", "X", PartitionStyle.MBR);
        Letter(lab, lab.Computer(s_nodes[1]), 1, "Q");
        Letter(lab, lab.Computer(s_nodes[1]), 2, "X");
    }

    /// <summary>Validates the nodes, makes the cluster and turns CSV1 into its shared volume.</summary>
    public static void BuildCluster(LabBuilder lab)
    {
        Key<PhysicalComputer>[] nodes = [.. s_nodes.Select(lab.Computer)];
        lab.Do(new TestCluster { Node = nodes });
        lab.Do(new NewCluster { Name = "HVR2CLUSTER", Node = nodes, StaticAddress = "192.168.10.30" });
        var cluster = new Key<Cluster>(lab.Lab.Views<ClusterView>("HVR2CLUSTER")[0].Key);
        lab.Do(new SetCluster { Cluster = cluster, EnableSharedVolumes = "Enabled" });
        ClusterResourceView disk = lab.Lab.Views<ClusterResourceView>().Single(
            one => one.LunKey == lab.Lun("CSV1").Number);
        lab.Do(new AddClusterSharedVolume { Resource = new Key<ClusterResource>(disk.Key) });

        // The tutorial's volume was coordinated by the node that is later turned off.
        lab.Do(new MoveClusterSharedVolume
        {
            Volume = new Key<ClusterSharedVolume>(lab.Lab.Views<ClusterSharedVolumeView>()[0].Key),
            Node = new Key<ClusterNode>(lab.Lab.Views<ClusterNodeView>(s_nodes[1])[0].Key),
        });
    }

    /// <summary>Makes a virtual machine with a guest on the shared volume.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="name">Its name.</param>
    /// <param name="host">The node that makes it.</param>
    /// <param name="address">Its guest's address.</param>
    public static Key<VirtualMachine> BuildVM(LabBuilder lab, string name, string host, string address)
    {
        lab.Do(new NewVM
        {
            Name = name,
            Computer = lab.Computer(host),
            MemoryStartupBytes = 2 * Gigabyte,
            Path = @"C:\ClusterStorage\Volume1",
            NewVHDPath = $@"C:\ClusterStorage\Volume1\{name}\{name}.vhd",
            NewVHDSizeBytes = 20 * Gigabyte,
            SwitchName = "VMs",
        });
        var vm = new Key<VirtualMachine>(lab.Lab.Views<VirtualMachineView>(name)[0].Key);
        lab.Do(new InstallGuestOS
        {
            VM = vm, OperatingSystem = "Windows Server 2008 R2", IPAddress = address, PrefixLength = 24,
        });
        return vm;
    }

    private static void Letter(LabBuilder lab, Key<PhysicalComputer> node, int number, string letter)
    {
        lab.Do(new SetDisk { Computer = node, Number = number, IsOffline = false });
        lab.Do(new SetPartition
        {
            Computer = node, DiskNumber = number, PartitionNumber = 1, NewDriveLetter = letter,
        });
    }

    private static void OpenHost(LabBuilder lab, Key<PhysicalComputer> blade, string address)
    {
        lab.Do(new NewNetIPAddress { Computer = blade, InterfaceAlias = "Local Area Connection", IPAddress = address });
        lab.Do(new SetDnsClientServerAddress
        {
            Computer = blade, InterfaceAlias = "Local Area Connection", ServerAddresses = ["192.168.10.10"],
        });
        lab.Do(new EnableRemoteDesktop { Computer = blade });
        lab.Do(new EnableRemoteManagement { Computer = blade });
        lab.Do(new EnableNetFirewallRule { Computer = blade, DisplayGroup = "Remote Volume Management" });
    }

    private static void ForEach(LabBuilder lab, Key<PhysicalComputer>[] hosts, Action<Key<PhysicalComputer>> work)
    {
        foreach (Key<PhysicalComputer> host in hosts)
        {
            work(host);
        }

        lab.Wait();
    }
}
