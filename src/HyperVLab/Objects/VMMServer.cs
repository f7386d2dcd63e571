using HyperVLab.Engine.Management;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A Virtual Machine Manager server, as Get-LabVMMServer writes it.</summary>
public sealed class VMMServer : LabObject<VmmServerView, Engine.Management.VmmServer>
{
    internal VMMServer(LabHandle handle, VmmServerView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>Its name.</summary>
    public string Name => View.Name;

    /// <summary>Its name with the domain's.</summary>
    public string FQDN => View.FQDN;

    /// <summary>The port on which it takes connections.</summary>
    public int Port => View.Port;

    /// <summary>Whether its service runs.</summary>
    public bool IsConnected => View.IsConnected;

    /// <summary>How many hosts it manages.</summary>
    public int HostCount => View.HostCount;

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
