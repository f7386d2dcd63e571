namespace HyperVLab.Engine.Management;

/// <summary>What a Virtual Machine Manager server can be doing; the steps of each are its course.</summary>
public enum VmmOperationKind
{
    /// <summary>The setup of the server itself.</summary>
    InstallServer,

    /// <summary>Putting the agent on hosts, and taking these into a group.</summary>
    AddHosts,

    /// <summary>Taking the agent from hosts, and forgetting these.</summary>
    RemoveHosts,

    /// <summary>Reading what is on hosts.</summary>
    RefreshHosts,

    /// <summary>Making a computer a library server.</summary>
    AddLibraryServer,

    /// <summary>Forgetting a library server.</summary>
    RemoveLibraryServer,

    /// <summary>Reading a share of the library, which is the subject.</summary>
    RefreshLibrary,

    /// <summary>Moving a virtual machine with its files, which its subject says, over the network.</summary>
    MoveVM,

    /// <summary>Making a virtual machine; the subject is its deployment.</summary>
    Deploy,

    /// <summary>Making a template of a virtual machine; the subject is its making.</summary>
    NewTemplate,

    /// <summary>Moving machines from hot hosts of the clusters that the subject names.</summary>
    OptimizeHosts,

    /// <summary>A physical server is converted while it runs.</summary>
    ConvertOnline,

    /// <summary>A physical server is converted by way of Windows PE.</summary>
    ConvertOffline,

    /// <summary>A virtual machine of VMware is converted.</summary>
    ConvertV2V,

    /// <summary>Moving a machine over the network to a host of another platform; the subject is its move.</summary>
    MoveVMToPlatform,

    /// <summary>Adding a VirtualCenter server, which the subject is.</summary>
    AddVirtualizationManager,

    /// <summary>Reading a VirtualCenter server, which the subject is.</summary>
    RefreshVirtualizationManager,

    /// <summary>Adding hosts of VMware ESX through a VirtualCenter server.</summary>
    AddEsxHosts,
    /// <summary>A virtual machine goes into the library; the subject is its move.</summary>
    StoreVM,

    /// <summary>An image of the library goes into a DVD drive; the subject is its delivery.</summary>
    DeliverImage,
}
