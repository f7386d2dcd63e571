using HyperVLab.Engine.Networking.Views;
using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>The virtual machine queues of a card, as Get-LabNetAdapterVmq writes them.</summary>
public sealed class NetAdapterVmq : LabObject<NetAdapterVmqView, Engine.Networking.NetworkAdapter>
{
    internal NetAdapterVmq(LabHandle handle, NetAdapterVmqView view)
        : base(handle, view.Key, view)
    {
    }

    /// <summary>The connection's name.</summary>
    public string Name => View.Name;

    /// <summary>What the driver calls it.</summary>
    public string InterfaceDescription => View.InterfaceDescription;

    /// <summary>Whose it is.</summary>
    public string ComputerName => View.ComputerName;

    /// <summary>Whether it sorts received frames into queues.</summary>
    public bool Enabled => View.Enabled;

    /// <summary>The first processor of the parent partition that serves its queues.</summary>
    public int BaseProcessorNumber => View.BaseProcessorNumber;

    /// <summary>The same as Windows shows it: group and number.</summary>
    public string BaseVmqProcessor => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"0:{View.BaseProcessorNumber}");

    /// <summary>How many processors do; empty for all.</summary>
    public int? MaxProcessors => View.MaxProcessors;

    /// <summary>How many queues it has, the default one among them.</summary>
    public int NumberOfReceiveQueues => View.NumberOfReceiveQueues;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
