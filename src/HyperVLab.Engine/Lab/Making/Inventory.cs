using System.Globalization;
using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Making;

/// <summary>
/// A lab of so many hosts, clusters and virtual machines, for a person who wants an inventory at once. It is built by
/// the requests that an admin's cmdlets send, so it is a lab like any other.
/// </summary>
public sealed class Inventory
{
    private const long Gigabyte = 1L << 30;
    private const string SwitchName = "VMs";
    private readonly LabBuilder _lab;
    private readonly InventorySize _size;

    private Inventory(LabBuilder lab, InventorySize size)
    {
        _lab = lab;
        _size = size;
    }

    /// <summary>
    /// Builds an empty lab up to the inventory: every virtual machine has a disk on its cluster's shared volume, or on
    /// its host.
    /// </summary>
    /// <exception cref="Requests.LabException">The sizes are none that a lab can have.</exception>
    public static void Build(LabBuilder lab, NewLab network, InventorySize size)
    {
        size.Demand();
        lab.Do(network);
        lab.SignIn();
        new Inventory(lab, size).Build();
    }

    private void Build()
    {
        string[] names = [.. Enumerable.Range(1, _size.HostCount).Select(number => Numbered("HV", number))];
        foreach (string name in names)
        {
            _lab.Do(new AddHost { Name = name, MemoryBytes = _size.HostMemoryBytes, StoragePathCount = 2 });
        }

        Key<PhysicalComputer>[] hosts = [.. names.Select(_lab.Computer)];
        Prepare(hosts);
        if (_size.ClusterSize == 0)
        {
            Fill(hosts, names, (_, _) => @"C:\VMs");
            return;
        }

        _lab.Do(new AddStorageArray { Name = "SAN01", CapacityBytes = _size.ClusterCount * _size.LunBytes * 2 });
        for (int cluster = 0; cluster < _size.ClusterCount; cluster++)
        {
            int first = cluster * _size.ClusterSize;
            Form(Numbered("CL", cluster + 1), hosts[first..Math.Min(first + _size.ClusterSize, hosts.Length)]);
        }

        Fill(hosts, names, (_, _) => @"C:\ClusterStorage\Volume1");
    }

    private void Prepare(Key<PhysicalComputer>[] hosts)
    {
        ForEach(hosts, host => new InstallOperatingSystem { Computer = host, Edition = InventorySize.Edition });
        ForEach(hosts, host => new InstallWindowsFeature { Computer = host, Name = "Hyper-V" });
        ForEach(hosts, host => new EnableRemoteManagement { Computer = host });
        ForEach(hosts, host => new EnableNetFirewallRule
        {
            Computer = host, DisplayGroup = FirewallGroups.RemoteVolumeManagement,
        });
        ForEach([_lab.Workstation], host => new EnableNetFirewallRule
        {
            Computer = host, DisplayGroup = FirewallGroups.RemoteVolumeManagement,
        });
        if (_size.ClusterSize > 0)
        {
            ForEach(hosts, host => new InstallPackage { Computer = host, Name = "SDDDSM" });
            ForEach(hosts, host => new InstallWindowsFeature { Computer = host, Name = "Failover-Clustering" });
        }

        ForEach(hosts, host => new JoinDomain { Computer = host, DomainName = _lab.DomainName, Restart = true });
        ForEach(hosts, host => new NewVMSwitch
        {
            Name = SwitchName, Computer = host, NetAdapterName = ["Local Area Connection 2"], AllowManagementOS = false,
        });
    }

    private void Form(string name, Key<PhysicalComputer>[] nodes)
    {
        var array = new Key<StorageArray>(_lab.Lab.Views<StorageArrayView>("SAN01")[0].Key);
        string quorum = $"{name}-Quorum";
        string volume = $"{name}-CSV1";
        _lab.Do(new NewLun { Name = quorum, Array = array, SizeBytes = Gigabyte });
        _lab.Do(new NewLun { Name = volume, Array = array, SizeBytes = _size.LunBytes });
        foreach (Key<PhysicalComputer> node in nodes)
        {
            _lab.Do(new AddLunMapping { Lun = _lab.Lun(quorum), Computer = node });
            _lab.Do(new AddLunMapping { Lun = _lab.Lun(volume), Computer = node });
            _lab.Do(new UpdateHostStorageCache { Computer = node });
        }

        _lab.Format(nodes[0], 1, "Quorum", "Q", PartitionStyle.MBR);
        _lab.Format(nodes[0], 2, "CSV1", "X", PartitionStyle.GPT);
        _lab.Do(new TestCluster { Node = nodes });
        _lab.Do(new NewCluster { Name = name, Node = nodes });
        var cluster = new Key<Cluster>(_lab.Lab.Views<ClusterView>(name)[0].Key);
        _lab.Do(new SetCluster { Cluster = cluster, EnableSharedVolumes = "Enabled" });
        ClusterResourceView disk = _lab.Lab.Views<ClusterResourceView>().Single(
            one => one.LunKey == _lab.Lun(volume).Number);
        _lab.Do(new AddClusterSharedVolume { Resource = new Key<ClusterResource>(disk.Key) });
    }

    private void Fill(Key<PhysicalComputer>[] hosts, string[] names, Func<int, string, string> folder)
    {
        for (int number = 1; number <= _size.VMCount; number++)
        {
            int index = (number - 1) % hosts.Length;
            string name = Numbered("VM", number);
            string path = folder(index, names[index]);
            var vm = new Key<VirtualMachine>(_lab.Do(new NewVM
            {
                Name = name,
                Computer = hosts[index],
                MemoryStartupBytes = InventorySize.VMMemoryBytes,
                Path = path,
                NewVHDPath = $@"{path}\{name}\{name}.vhd",
                NewVHDSizeBytes = InventorySize.VMDiskBytes,
                SwitchName = SwitchName,
            }).ResultKey!.Value);
            if (_size.ClusterSize > 0)
            {
                _lab.Do(new AddClusterVirtualMachineRole { VM = vm });
            }
        }
    }

    private void ForEach(Key<PhysicalComputer>[] hosts, Func<Key<PhysicalComputer>, Requests.LabRequest> request)
    {
        foreach (Key<PhysicalComputer> host in hosts)
        {
            _lab.Begin(request(host));
        }

        _lab.Wait();
    }

    private static string Numbered(string prefix, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}{number:D4}");
}
