using HyperVLab.Engine.Management;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A VirtualCenter server, as Get-LabVirtualizationManager writes it.</summary>
public sealed class VirtualizationManager
    : LabObject<VirtualizationManagerView, Engine.Management.VirtualizationManager>
{
    internal VirtualizationManager(LabHandle handle, VirtualizationManagerView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>Its computer's name.</summary>
    public string Name => View.Name;

    /// <summary>Its computer's name.</summary>
    public string ComputerName => View.Name;

    /// <summary>The server that uses it.</summary>
    public string VMMServer => View.VMMServer;

    /// <summary>Whether the server gets at it now.</summary>
    public AgentState State => View.State;

    /// <summary>The account with which the server logs on.</summary>
    public string UserName => View.UserName;

    /// <summary>The port of its web service.</summary>
    public int TCPPort => View.TCPPort;

    /// <summary>Whether the server asks for credentials of its hosts.</summary>
    public bool SecureMode => View.SecureMode;

    /// <summary>What it is for.</summary>
    public string Description => View.Description;

    /// <summary>The hosts that are managed through it, by name.</summary>
    public string[] ManagedHosts => [.. View.ManagedHosts];

    /// <summary>When it was last read, since the lab began.</summary>
    public TimeSpan UpdatedDate => View.RefreshedAt;

    /// <summary>Its computer's name.</summary>
    public override string ToString() => Name;
}
