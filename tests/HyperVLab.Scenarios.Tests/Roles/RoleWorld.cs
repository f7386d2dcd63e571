using HyperVLab.Engine;
using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Making;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Management.Roles;
using HyperVLab.Engine.Management.Roles.Requests;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Scenarios.Tests.Roles;

/// <summary>
/// A lab with a cluster in one host group and a host of its own in another, each with a library, and an account for
/// each kind of user whose scope is one of the two.
/// </summary>
internal sealed class RoleWorld : IDisposable
{
    private readonly MemoryDiskStore _disks;
    private readonly Lab _lab;

    private RoleWorld(string inside)
    {
        _disks = new MemoryDiskStore();
        _lab = new Lab("roles", 2010, _disks);
        var builder = new LabBuilder(_lab);
        Library = inside == RoleNames.ClusterGroup ? LibraryNames.OfCluster : LibraryNames.OfHost;
        Build(builder, inside, Library);
        Inside = Group(builder, inside);
    }

    /// <summary>The host group that is the users' scope.</summary>
    public Key<HostGroup> Inside { get; }

    /// <summary>The library that is in the users' scope.</summary>
    public LibraryNames Library { get; }

    /// <summary>A world whose users have the cluster in their scope.</summary>
    public static RoleWorld OfCluster() => new(RoleNames.ClusterGroup);

    /// <summary>A world whose users have the single host in their scope.</summary>
    public static RoleWorld OfHost() => new(RoleNames.HostGroup);

    /// <summary>A lab that may be changed: the world itself stays as it is.</summary>
    public Lab Copy() => _lab.CopyTo("copy", _disks.Copy());

    /// <summary>A user at the workstation.</summary>
    public LabCaller Caller(string account) => new(
        new Key<Account>(_lab.Views<AccountView>($@"LAB\{account}")[0].Key),
        _lab.Ask(new DefaultCaller()).Computer);

    public void Dispose() => _lab.Dispose();

    private static void Build(LabBuilder builder, string inside, LibraryNames library)
    {
        BladeCenterS.Build(builder);
        BladeCenterS.BuildVM(builder, RoleNames.ClusteredVM, "HVR2NODO1", "192.168.10.42");
        builder.Do(new AddClusterVirtualMachineRole { VM = VM(builder, RoleNames.ClusteredVM) });
        BuildHost(builder);
        BuildServer(builder, "VMMSERVER", "192.168.10.15");
        builder.Do(new InstallVMMServer { Computer = builder.Computer("VMMSERVER") });
        Manage(builder);
        foreach (LibraryNames names in (LibraryNames[])[LibraryNames.OfCluster, LibraryNames.OfHost])
        {
            BuildServer(builder, names.Computer, names.Address);
            RoleLibrary.Build(builder, names);
        }

        foreach (string account in RoleNames.Accounts)
        {
            builder.Do(new NewADUser { Name = account });
        }

        ScopeItem[] scope =
            [ScopeItem.Of(Group(builder, inside)), .. RoleLibrary.ScopeOf(builder.Lab, library)];
        Give(builder, RoleNames.Delegated, UserRoleProfile.DelegatedAdmin, scope, [RoleNames.Delegated]);
        Give(builder, RoleNames.Reader, UserRoleProfile.ReadOnlyAdmin, scope, [RoleNames.Reader]);
        Give(
            builder, RoleNames.User, UserRoleProfile.SelfServiceUser, scope, [RoleNames.User, RoleNames.Other],
            Enum.GetValues<SelfServicePermission>());
        Give(builder, RoleNames.Bare, UserRoleProfile.SelfServiceUser, scope[..1], [RoleNames.Bare]);
        builder.Do(new SetUserRole
        {
            UserRole = Role(builder, "Administrator"), AddMember = [$@"LAB\{RoleNames.Administrator}"],
        });
        Own(builder, inside);
        BuildSources(builder);
        builder.Rest(TimeSpan.FromMinutes(10));
    }

    private static void BuildHost(LabBuilder builder)
    {
        Key<PhysicalComputer> host = new(builder.Do(
            new AddHost { Name = RoleNames.Host, NetworkAdapterCount = 3 }).ResultKey!.Value);
        builder.Do(new InstallOperatingSystem { Computer = host, Edition = "HyperVServer2019" });
        Join(builder, host, "192.168.10.25");
        builder.Do(new NewVMSwitch
        {
            Name = RoleNames.HostSwitch, Computer = host, NetAdapterName = ["Local Area Connection 2"],
        });
        foreach (string name in (string[])[RoleNames.HostVM, RoleNames.HostBareVM])
        {
            builder.Do(new NewVM
            {
                Name = name, Computer = host, MemoryStartupBytes = 1L << 30, SwitchName = RoleNames.HostSwitch,
                NewVHDPath = $@"C:\VMs\{name}.vhdx", NewVHDSizeBytes = 10L << 30,
            });
        }

        Key<VirtualMachine> vm = VM(builder, RoleNames.HostVM);
        builder.Do(new InstallGuestOS { VM = vm, OperatingSystem = "Windows Server 2008 R2" });
        builder.Do(new StartVM { VM = vm });
        builder.Do(new CheckpointVM { VM = vm, SnapshotName = RoleNames.HostSnapshot });
    }

    private static void BuildServer(LabBuilder builder, string name, string address)
    {
        Key<PhysicalComputer> server = new(builder.Do(new AddHost { Name = name }).ResultKey!.Value);
        builder.Do(new InstallOperatingSystem { Computer = server, Edition = "WindowsServer2008R2Standard" });
        Join(builder, server, address);
    }

    // Servers to be converted are in no host group; the delegated administrator administers one of them.
    private static void BuildSources(LabBuilder builder)
    {
        foreach (string name in (string[])[RoleNames.OwnServer, RoleNames.OtherServer])
        {
            builder.Do(new AddServer
            {
                Name = name, Edition = "WindowsServer2003Standard", ServicePack = 2, JoinDomain = true,
                MemoryBytes = 512L << 20, SystemVolumeSizeBytes = 12L << 30,
            });
        }

        builder.Do(new AddLocalGroupMember
        {
            Computer = builder.Computer(RoleNames.OwnServer), Group = "Administrators",
            Member = $@"LAB\{RoleNames.Delegated}",
        });
    }

    private static void Join(LabBuilder builder, Key<PhysicalComputer> computer, string address)
    {
        builder.Do(new NewNetIPAddress
        {
            Computer = computer, InterfaceAlias = "Local Area Connection", IPAddress = address,
        });
        builder.Do(new SetDnsClientServerAddress
        {
            Computer = computer, InterfaceAlias = "Local Area Connection", ServerAddresses = ["192.168.10.10"],
        });
        builder.Do(new EnableRemoteManagement { Computer = computer });
        builder.Do(new JoinDomain { Computer = computer, DomainName = builder.DomainName, Restart = true });
    }

    private static void Manage(LabBuilder builder)
    {
        builder.Do(new NewVMHostGroup { Name = RoleNames.ClusterGroup });
        builder.Do(new NewVMHostGroup { Name = RoleNames.HostGroup });
        builder.Do(new NewVMHostGroup
        {
            Name = RoleNames.InnerGroup, ParentHostGroup = Group(builder, RoleNames.HostGroup),
        });
        builder.Do(new AddVMHostCluster
        {
            Cluster = new Key<Cluster>(builder.Lab.Views<ClusterView>()[0].Key),
            VMHostGroup = Group(builder, RoleNames.ClusterGroup),
        });
        builder.Do(new AddVMHost
        {
            Computer = builder.Computer(RoleNames.Host), VMHostGroup = Group(builder, RoleNames.InnerGroup),
        });
    }

    private static void Give(
        LabBuilder builder,
        string name,
        UserRoleProfile profile,
        IReadOnlyList<ScopeItem> scope,
        IEnumerable<string> members,
        IReadOnlyList<SelfServicePermission>? permissions = null)
    {
        builder.Do(new NewUserRole { Name = $"{name}s", UserRoleProfile = profile });
        builder.Do(new SetUserRole
        {
            UserRole = Role(builder, $"{name}s"),
            AddMember = [.. members.Select(static member => $@"LAB\{member}")],
            AddScope = scope,
            Permission = permissions,
        });
    }

    // A user has a machine of his own in the scope, beside one of somebody else who has the same role.
    private static void Own(LabBuilder builder, string inside)
    {
        (string own, string bare, string others) = inside == RoleNames.HostGroup
            ? (RoleNames.HostVM, RoleNames.HostBareVM, RoleNames.ClusteredVM)
            : (RoleNames.ClusteredVM, RoleNames.PlainVM, RoleNames.HostVM);
        foreach ((string vm, string account) in
            ((string, string)[])[(own, RoleNames.User), (bare, RoleNames.Bare), (others, RoleNames.Other)])
        {
            builder.Do(new SetVM
            {
                VM = VM(builder, vm),
                Owner = new Key<Account>(builder.Lab.Views<AccountView>($@"LAB\{account}")[0].Key),
            });
        }
    }

    private static Key<VirtualMachine> VM(LabBuilder builder, string name) =>
        new(builder.Lab.Views<VirtualMachineView>(name)[0].Key);

    private static Key<HostGroup> Group(LabBuilder builder, string name) =>
        new(builder.Lab.Views<VMHostGroupView>(name)[0].Key);

    private static Key<UserRole> Role(LabBuilder builder, string name) =>
        new(builder.Lab.Views<UserRoleView>(name)[0].Key);
}
