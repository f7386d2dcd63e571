using HyperVLab.Engine.Hosts;

namespace HyperVLab.Objects;

/// <summary>An edition of Windows and what it lets a computer use and do, as Get-LabEdition writes it.</summary>
public sealed class WindowsEdition
{
    private readonly Edition _edition;

    internal WindowsEdition(Edition edition) => _edition = edition;

    /// <summary>The short name that scripts use.</summary>
    public string Edition => _edition.Id;

    /// <summary>The full name.</summary>
    public string Name => _edition.Name;

    /// <summary>The release.</summary>
    public WindowsVersion Version => _edition.Version;

    /// <summary>Sockets that it uses.</summary>
    public int MaxSockets => _edition.MaxSockets;

    /// <summary>Memory that it uses, in bytes.</summary>
    public long MaxMemoryBytes => _edition.MaxMemoryBytes;

    /// <summary>Windows guests that its licence covers on the same computer; empty for any number.</summary>
    public int? GuestRights => _edition.GuestRights;

    /// <summary>Whether it has failover clustering.</summary>
    public bool HasClustering => _edition.HasClustering;

    /// <summary>Whether it has live migration.</summary>
    public bool HasLiveMigration => _edition.HasLiveMigration;

    /// <summary>Whether it has cluster shared volumes.</summary>
    public bool HasClusterSharedVolumes => _edition.HasClusterSharedVolumes;

    /// <summary>Logical processors that the hypervisor uses.</summary>
    public int MaxLogicalProcessors => _edition.MaxLogicalProcessors;

    /// <summary>Virtual machines that may run at once on a host.</summary>
    public int MaxRunningVMs => _edition.MaxRunningVMs;

    /// <summary>Virtual processors of a virtual machine.</summary>
    public int MaxVirtualProcessorsPerVM => _edition.MaxVirtualProcessorsPerVM;

    /// <summary>Memory of a virtual machine in bytes.</summary>
    public long MaxMemoryPerVMBytes => _edition.MaxMemoryPerVMBytes;

    /// <summary>The full name.</summary>
    public override string ToString() => Name;
}
