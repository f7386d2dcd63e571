using HyperVLab.Engine.Management;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A library server, as Get-LabLibraryServer writes it.</summary>
public sealed class LibraryServer : LabObject<LibraryServerView, Engine.Management.LibraryServer>
{
    internal LibraryServer(LabHandle handle, LibraryServerView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>Its computer's name.</summary>
    public string Name => View.Name;

    /// <summary>Its computer's name.</summary>
    public string ComputerName => View.Name;

    /// <summary>Its computer's name with the domain's.</summary>
    public string FQDN => View.FQDN;

    /// <summary>Whether its agent answers.</summary>
    public AgentState State => View.State;

    /// <summary>The place of the host group that it is near to; null for none.</summary>
    public string? VMHostGroup => View.HostGroupPath;

    /// <summary>What it is for.</summary>
    public string Description => View.Description;

    /// <summary>The server whose library it holds.</summary>
    public string VMMServer => View.VMMServer;

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
