using HyperVLab.Engine;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Roles;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Scenarios.Tests.Properties;

/// <summary>Draws values for a request's properties: mostly such as fit the lab, some that cannot.</summary>
internal sealed class Values(Random random, LabState lab)
{
    private const long Gigabyte = 1L << 30;

    private static readonly int[] s_numbers = [-1, 0, 0, 1, 1, 1, 2, 2, 2, 3, 4, 5, 8, 24, 100, int.MaxValue];

    private static readonly double[] s_fractions = [-1, 0, 0.1, 0.5, 0.5, 1, 1, 2, 100, double.NaN];

    private static readonly long[] s_sizes =
    [
        long.MinValue, -1, 0, 1, 511, 4096, 8L << 20, 64L << 20, 512L << 20, Gigabyte, Gigabyte, 2 * Gigabyte,
        2 * Gigabyte, 4 * Gigabyte, 8 * Gigabyte, 10 * Gigabyte, 13 * Gigabyte, 30 * Gigabyte, 55 * Gigabyte,
        100 * Gigabyte, 3000 * Gigabyte, long.MaxValue,
    ];

    private static readonly string[] s_wrong =
        ["", " ", "*", "nothing", "a\\b", @"Z:\no\disk.vhd", "C:", "..", "300.1.1.1", "ü", "'; x", new('x', 300)];

    private static readonly Type[] s_scopes =
    [
        typeof(HostGroup), typeof(HostGroup), typeof(LibraryServer), typeof(LibraryShare), typeof(LibraryResource),
        typeof(VMTemplate), typeof(HardwareProfile), typeof(GuestOSProfile),
    ];

    private static readonly string[] s_adapters =
    [
        "Local Area Connection", "Local Area Connection 2", "Local Area Connection 3", "Local Area Connection 4",
    ];

    private static readonly Dictionary<string, string[]> s_special = new Dictionary<string, string[]>
    {
        ["InstallWindowsFeature.Name"] = ["Hyper-V", "Failover-Clustering", "Multipath-IO", "DNS", "Web-Server"],
        ["UninstallWindowsFeature.Name"] = ["Hyper-V", "Failover-Clustering", "Multipath-IO", "DNS"],
        ["InstallPackage.Name"] = ["SDDDSM", "VirtualServer2005R2", "VirtualCenter25"],
        ["NewDatastore.Name"] = ["one", "two", "storage1"],
        ["AddVMHost.UserName"] = ["root", "root", "admin"],
        ["SetManagedVMHost.UserName"] = ["root"],
        ["SetClusterParameter.Name"] = ["OfflineAction", "VirtualMachineOfflineAction", "Address", "ShutdownTimeout"],
        ["SetClusterParameter.Value"] = ["0", "1", "2", "3", "192.168.10.31"],
        ["ImportLibraryPhysicalResource.Content"] = [Roles.RoleLibrary.Content],
        ["AddServer.Name"] = ["FILE1", "WEB1"],
        ["AddServer.Edition"] = ["WindowsServer2003Standard", "Windows2000Server", "WindowsServer2008Standard"],
        ["AddServer.Device"] = ["Compaq Smart-2/P RAID", "Intel PRO/100"],
        ["NewVMSwitch.Name"] = ["VMs", "Inner", "Outer"],
        ["NewNetAdapterBond.Name"] = ["Bond 1", "Bond 2"],
        ["RemoveNetAdapterBond.Name"] = ["Bond 1", "Bond 2"],
        ["ConnectNetAdapter.Name"] = [.. s_adapters],
        ["DisconnectNetAdapter.Name"] = [.. s_adapters],
        ["NewNetLbfoTeam.Name"] = ["Team 1", "Team 2"],
        ["SetNetLbfoTeam.Name"] = ["Team 1", "Team 2"],
        ["RemoveNetLbfoTeam.Name"] = ["Team 1", "Team 2"],
        ["AddNetLbfoTeamMember.Name"] = [.. s_adapters],
        ["RemoveNetLbfoTeamMember.Name"] = [.. s_adapters],
        ["SetNetLbfoTeamMember.Name"] = [.. s_adapters],
        ["SetNetLbfoTeamNic.Name"] = ["Team 1", "Team 1 - VLAN 1", "Team 1 - VLAN 2"],
        ["RestartNetAdapter.Name"] = [.. s_adapters, "Team 1"],
        ["SetNetAdapterVmq.Name"] = [.. s_adapters],
        ["NewAddressPool.Name"] = ["Pool"],
        ["EnableVMIntegrationService.Name"] =
            ["Heartbeat", "Shutdown", "Time Synchronization", "Guest Service Interface"],
        ["DisableVMIntegrationService.Name"] = ["Heartbeat", "Shutdown", "Time Synchronization", "VSS"],
    };

    private static readonly Dictionary<string, string[]> s_usual = new Dictionary<string, string[]>
    {
        ["VolumeDeviceID"] = ["C:", "C:", "D:"],
        ["VirtualNetwork"] = ["VMs", "Inner"],
        ["Name"] = ["one", "two", "three", "web01", "db01"],
        ["NewName"] = ["four", "five", "web01"],
        ["NewVMName"] = ["six", "web01"],
        ["Edition"] = ["Hyper-V Server 2008 R2", "WindowsServer2008R2Enterprise", "WindowsServer2008R2Standard"],
        ["OperatingSystem"] = ["Windows Server 2008 R2", "Windows Server 2003", "Linux"],
        ["DomainName"] = ["lab.local", "other.local"],
        ["Group"] = ["Administrators", "Hyper-V Administrators"],
        ["Member"] = [@"LAB\Administrator", @"LAB\HVR2NODO1$"],
        ["DisplayGroup"] = ["Remote Volume Management", "Remote Desktop", "Failover Clusters"],
        ["InterfaceAlias"] = ["Local Area Connection", "Local Area Connection 2"],
        ["NetAdapterName"] = [.. s_adapters, "Team 1"],
        ["TeamMembers"] = [.. s_adapters],
        ["Team"] = ["Team 1", "Team 2"],
        ["TeamNicName"] = ["Team 1", "Front"],
        ["AllowedVlanIdList"] = ["5", "5-9", "1-4094"],
        ["SecondaryVlanIdList"] = ["6", "6-9"],
        ["SwitchName"] = ["VMs", "VMs", "Inner", "Outer"],
        ["EnableSharedVolumes"] = ["Enabled", "Enabled/NoticeRead", "Disabled"],
        ["Storage"] = ["Cluster Disk 1", "Cluster Disk 2", "Cluster Disk 3"],
        ["Include"] = ["Storage", "Network", "Inventory"],
        ["Ignore"] = ["Storage", "Network", "Inventory"],
        ["FileShareWitness"] = [@"\\DC1\Witness"],
        ["TargetName"] = ["web01", "db01", "HVR2NODO1", "HVR2NODO2", "192.168.10.41", "192.168.10.77", "DC1"],
        ["StaticMacAddress"] = ["00155D0A0B0C", "00-15-5D-0A-0B-0D"],
        ["MacAddressMinimum"] = ["00155D0A0B00", "00-15-5D-0A-0B-0A", "00155D0A1500"],
        ["MacAddressMaximum"] = ["00155D0A0B0F", "00155D0A16FF", "00155D0A0A00"],
        ["DriveLetter"] = ["C", "D", "E", "Q", "X"],
        ["NewDriveLetter"] = ["D", "E", "Q", "X", "Y"],
        ["FileSystem"] = ["NTFS", "NTFS", "FAT32", "RAW"],
        ["ProcessorVendor"] = ["GenuineIntel", "AuthenticAMD"],
    };

    /// <summary>One in so many.</summary>
    public bool Chance(int of) => random.Next(of) == 0;

    public T One<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    /// <summary>A value of a type for a property of a request.</summary>
    public object Of(StateType type, string request, string property) => type.Kind switch
    {
        StateKind.Boolean => Chance(3),
        StateKind.Int32 => Chance(2) ? random.Next(0, 5) : One(s_numbers),
        StateKind.Int64 => Size(property),
        StateKind.Double => One(s_fractions),
        StateKind.TimeSpan => TimeSpan.FromSeconds(random.Next(-5, 2000)) + (property == "At" ? lab.Now : default),
        StateKind.String => Text(request, property),
        StateKind.Enum => Enum.GetValues(type.Type).GetValue(random.Next(Enum.GetValues(type.Type).Length))!,
        StateKind.Key => KeyOf(type.Type),
        StateKind.Record when type.Type == typeof(ScopeItem) => ScopeItem(),
        StateKind.Record when type.Type == typeof(AccountProof) => new AccountProof(@"LAB\dora", "nothing"),
        StateKind.List => ListOf(type, request, property),
        _ => throw new NotSupportedException($"{request}.{property}"),
    };

    private long Size(string property) => property switch
    {
        "ProcessorCount" or "Count" => random.Next(0, 6),
        "MemoryStartupBytes" when !Chance(8) => (1L << random.Next(8, 14)) << 20,
        _ => One(s_sizes),
    };

    private object KeyOf(Type type)
    {
        ITable table = lab.TableOf(type.GetGenericArguments()[0]);
        int number = Chance(25) || table.Count == 0
            ? random.Next(0, table.NextNumber + 2)
            : ((dynamic)One([.. table.Rows])).Key.Number;
        return Activator.CreateInstance(type, number)!;
    }

    private ScopeItem ScopeItem() => Chance(8)
        ? new ScopeItem(One(["", "VirtualMachine", "Nothing"]), random.Next(-1, 5))
        : ItemOf(One(s_scopes));

    private ScopeItem ItemOf(Type kind) =>
        new(kind.Name, ((IKey)KeyOf(typeof(Key<>).MakeGenericType(kind))).Number);

    private Array ListOf(StateType type, string request, string property)
    {
        var items = Array.CreateInstance(type.Element!.Type, random.Next(0, 3));
        for (int index = 0; index < items.Length; index++)
        {
            items.SetValue(Of(type.Element, request, property), index);
        }

        return items;
    }

    private string Text(string request, string property)
    {
        if (Chance(25))
        {
            return One(s_wrong);
        }

        if (property is "SharePath" or "VMXPath" && lab.LibraryShares.Count > 0)
        {
            return LibraryPath(request);
        }

        if (property.Contains("Path", StringComparison.Ordinal))
        {
            return Path(property);
        }

        if (property.Contains("Address", StringComparison.Ordinal)
            && !property.Contains("MacAddress", StringComparison.Ordinal)
            || property.Contains("Range", StringComparison.Ordinal) || property is "DefaultGateway" or "DnsServer")
        {
            return $"192.168.10.{random.Next(1, 255)}";
        }

        return s_special.TryGetValue($"{request}.{property}", out string[]? own) ? One(own)
            : s_usual.TryGetValue(property, out string[]? usual) ? One(usual)
            : $"text {random.Next(5)}";
    }

    // Folders that are shared are in the library, or could be.
    private string LibraryPath(string request)
    {
        SmbShare share = One([.. lab.SmbShares]);
        string path = $@"\\{lab.NameOf(share.Computer)}\{share.Name}";
        return request switch
        {
            "ImportLibraryPhysicalResource" => $@"{path}\{random.Next(20)}.ps1",
            "NewV2V" => $@"{path}\web01.vmx",
            _ => path,
        };
    }

    private string Path(string property)
    {
        VolumeMount mount = One([.. lab.VolumeMounts]);
        string folder = $@"{mount.Path}\{One(["VMs", "disks", @"VMs\web01", "web01"])}";
        if (property is "VirtualMachinePath" or "VirtualHardDiskPath" || (property == "Path" && Chance(4)))
        {
            return folder;
        }

        StoredFile[] files = [.. lab.StoredFiles.Where(file => file.Volume == mount.Volume)];
        return files.Length > 0 && property is not "NewVHDPath" && Chance(2)
            ? $@"{mount.Path}\{One(files).Path}"
            : $@"{folder}\{random.Next(20)}{(mount.Path.StartsWith('[') && !Chance(10) ? ".vmdk" : ".vhd")}";
    }
}
