using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>A TCP port that somebody opened or closed, as Get-LabTcpPort writes it.</summary>
public sealed class TcpPortSetting : LabObject<TcpPortView, TcpPort>
{
    internal TcpPortSetting(LabHandle handle, TcpPortView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>The computer or virtual machine.</summary>
    public string Name => View.Name;

    /// <summary>Whether it is a virtual machine's guest.</summary>
    public bool IsGuest => View.IsGuest;

    /// <summary>The port.</summary>
    public int Port => View.Port;

    /// <summary>What becomes of a request to connect.</summary>
    public TcpPortState State => View.State;

    /// <summary>Whose it is, and which.</summary>
    public override string ToString() => $"{Name}:{Port}";
}
