using HyperVLab.Engine.Hosts;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A host in the inventory of a VirtualCenter server, as Get-LabVirtualCenterHost writes it.</summary>
public sealed class VirtualCenterHost : LabObject<VirtualCenterHostView, Engine.Hosts.VirtualCenterHost>
{
    internal VirtualCenterHost(LabHandle handle, VirtualCenterHostView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>The host's name.</summary>
    public string Name => View.Name;

    /// <summary>The host's name.</summary>
    public string ComputerName => View.Name;

    /// <summary>The computer on which VirtualCenter runs.</summary>
    public string VirtualCenter => View.VirtualCenter;

    /// <summary>The datacenter.</summary>
    public string Datacenter => View.Datacenter;

    /// <summary>Whether the VirtualCenter server runs and reaches the host.</summary>
    public bool IsConnected => View.IsConnected;

    /// <summary>The host's name.</summary>
    public override string ToString() => Name;
}
