using HyperVLab.Engine.Networking.Views;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>What a computer knows of a neighbour, as Get-LabNetNeighbor writes it.</summary>
public sealed class NetNeighbor : LabObject<ArpEntryView, Engine.Networking.ArpEntry>
{
    internal NetNeighbor(LabHandle handle, ArpEntryView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>The computer.</summary>
    public string ComputerName => View.ComputerName;

    /// <summary>The adapter on which it was learned.</summary>
    public string InterfaceAlias => View.InterfaceAlias;

    /// <summary>The neighbour's address.</summary>
    public string IPAddress => View.IPAddress;

    /// <summary>The neighbour's MAC address, twelve hexadecimal digits.</summary>
    public string LinkLayerAddress => View.LinkLayerAddress;

    /// <summary>How far it is to be trusted now.</summary>
    public Engine.Networking.NeighborState State => View.State;

    /// <summary>When the neighbour last answered for it, since the lab began.</summary>
    public TimeSpan ConfirmedAt => View.ConfirmedAt;


    /// <summary>The address.</summary>
    public override string ToString() => IPAddress;
}
