using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Roles;
using HyperVLab.Simulation;

namespace HyperVLab.Engine;

internal sealed partial class LabState
{
    /// <summary>Virtual Machine Manager servers.</summary>
    public Table<VmmServer> VmmServers { get; } = new();

    /// <summary>Their groups of hosts.</summary>
    public Table<HostGroup> HostGroups { get; } = new();

    /// <summary>What was set of their clusters of hosts.</summary>
    public Table<HostCluster> HostClusters { get; } = new();
    /// <summary>The VirtualCenter servers through which they manage hosts of VMware ESX.</summary>
    public Table<VirtualizationManager> VirtualizationManagers { get; } = new();

    /// <summary>The computers that they manage.</summary>
    public Table<ManagedComputer> ManagedComputers { get; } = new();

    /// <summary>What they are doing, and what they failed to do.</summary>
    public Table<VmmOperation> VmmOperations { get; } = new();

    /// <summary>The computers that hold their libraries.</summary>
    public Table<LibraryServer> LibraryServers { get; } = new();

    /// <summary>The shares of the libraries.</summary>
    public Table<LibraryShare> LibraryShares { get; } = new();

    /// <summary>The files of the libraries.</summary>
    public Table<LibraryResource> LibraryResources { get; } = new();

    /// <summary>What is recommended to do about hosts that stay hot.</summary>
    public Table<PROTip> PROTips { get; } = new();

    /// <summary>Runs of dynamic optimization.</summary>
    public Table<HostOptimization> HostOptimizations { get; } = new();

    /// <summary>Moves of virtual machines over the network.</summary>
    public Table<VMMove> VMMoves { get; } = new();

    /// <summary>What is sent for these.</summary>
    public Table<Transfer> Transfers { get; } = new();

    /// <summary>What virtual machines are made of.</summary>
    public Table<HardwareProfile> HardwareProfiles { get; } = new();

    /// <summary>What guests are told.</summary>
    public Table<GuestOSProfile> GuestOSProfiles { get; } = new();

    /// <summary>Of which virtual machines are made.</summary>
    public Table<VMTemplate> VMTemplates { get; } = new();

    /// <summary>How single virtual machines are to be made of these, and where.</summary>
    public Table<VMConfiguration> VMConfigurations { get; } = new();

    /// <summary>The virtual machines that are being made.</summary>
    public Table<Deployment> Deployments { get; } = new();

    /// <summary>The virtual machines that are becoming templates.</summary>
    public Table<TemplateMaking> TemplateMakings { get; } = new();

    /// <summary>Images of the library that go into DVD drives.</summary>
    public Table<ImageDelivery> ImageDeliveries { get; } = new();

    /// <summary>Physical servers that are being converted into virtual machines.</summary>
    public Table<Conversion> Conversions { get; } = new();

    /// <summary>The managed computers by their computers.</summary>
    public RowsBy<PhysicalComputer, ManagedComputer> ManagementByComputer =>
        field ??= new(ManagedComputers, static one => one.Computer);

    /// <summary>Their user roles.</summary>
    public Table<UserRole> UserRoles { get; } = new();

    /// <summary>Whose virtual machines are, where they are not the lab administrator's.</summary>
    public Table<VMOwnership> VMOwnerships { get; } = new();

    /// <summary>What members of roles have beside what is in the scopes of these.</summary>
    public Table<ResourceGrant> ResourceGrants { get; } = new();

    /// <summary>The owners by the virtual machines.</summary>
    public RowsBy<VirtualMachine, VMOwnership> OwnershipByVM => field ??= new(VMOwnerships, static one => one.VM);
}
