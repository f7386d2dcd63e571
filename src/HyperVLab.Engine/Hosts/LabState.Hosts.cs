using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine;

internal sealed partial class LabState
{
    /// <summary>The accounts of the directory.</summary>
    public Table<Account> Accounts { get; } = new();

    /// <summary>Hosts, domain controller and workstation.</summary>
    public Table<PhysicalComputer> Computers { get; } = new();

    /// <summary>What servers with work of their own have beyond other computers.</summary>
    public Table<PhysicalServer> Servers { get; } = new();

    /// <summary>The servers by their computers; made of their table, and no part of the state.</summary>
    public RowsBy<PhysicalComputer, PhysicalServer> ServersByComputer =>
        field ??= new(Servers, static one => one.Computer);

    /// <summary>Blade chassis.</summary>
    public Table<Chassis> Chassis { get; } = new();

    /// <summary>Roles and features of the computers.</summary>
    public Table<HostFeature> Features { get; } = new();

    /// <summary>The features of each computer; made of their table, and no part of the state.</summary>
    public RowsBy<PhysicalComputer, HostFeature> FeaturesByComputer =>
        field ??= new(Features, static one => one.Computer);

    /// <summary>Rule groups of the computers' firewalls.</summary>
    public Table<FirewallGroup> FirewallGroups { get; } = new();

    /// <summary>Members of the computers' local groups.</summary>
    public Table<LocalGroupMember> LocalGroupMembers { get; } = new();

    /// <summary>The local groups' members of each computer; made of their table, and no part of the state.</summary>
    public RowsBy<PhysicalComputer, LocalGroupMember> MembersByComputer =>
        field ??= new(LocalGroupMembers, static one => one.Computer);

    /// <summary>Vendors' software on the computers.</summary>
    public Table<InstalledPackage> Packages { get; } = new();

    /// <summary>The hosts of VMware ESX that VirtualCenter servers know.</summary>
    public Table<VirtualCenterHost> VirtualCenterHosts { get; } = new();

    /// <summary>Domains of the directory.</summary>
    public Table<DirectoryDomain> Domains { get; } = new();

    /// <summary>Computer objects of the directory.</summary>
    public Table<DirectoryComputer> DirectoryComputers { get; } = new();

    /// <summary>Address records of DNS.</summary>
    public Table<DnsRecord> DnsRecords { get; } = new();
}
