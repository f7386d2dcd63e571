using System.Globalization;
using HyperVLab.Engine.Compute.Views;

namespace HyperVLab.Objects;

/// <summary>A receive queue of a network card, as Get-LabNetAdapterVmqQueue writes it.</summary>
public sealed class NetAdapterVmqQueue
{
    private readonly VmqQueueView _view;

    internal NetAdapterVmqQueue(VmqQueueView view) => _view = view;

    /// <summary>The card's name.</summary>
    public string Name => _view.Name;

    /// <summary>What its driver calls it.</summary>
    public string InterfaceDescription => _view.InterfaceDescription;

    /// <summary>Its computer.</summary>
    public string ComputerName => _view.ComputerName;

    /// <summary>The queue's number; 0 is the default one.</summary>
    public int QueueID => _view.QueueId;

    /// <summary>For which address, with hyphens as Windows shows it; empty for the default queue.</summary>
    public string MacAddress =>
        string.Join('-', _view.MacAddress.Chunk(2).Select(static octet => new string(octet)));

    /// <summary>In which VLAN; empty for untagged frames.</summary>
    public int? VlanID => _view.VlanId;

    /// <summary>The processor of the parent partition that serves it: group and number.</summary>
    public string Processor => string.Create(CultureInfo.InvariantCulture, $"0:{_view.Processor}");

    /// <summary>Whose it is: the virtual machine, or the host for its own and for the default queue.</summary>
    public string VmFriendlyName => _view.VmFriendlyName;

    /// <summary>The card and the queue.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}: {QueueID}");
}
