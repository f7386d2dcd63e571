namespace HyperVLab.Engine.Compute.Views;

/// <summary>A receive queue of a network card.</summary>
/// <param name="Name">The card's name.</param>
/// <param name="InterfaceDescription">What its driver calls it.</param>
/// <param name="ComputerName">Its computer.</param>
/// <param name="QueueId">The queue's number; 0 is the default one.</param>
/// <param name="MacAddress">For which address; empty for the default queue.</param>
/// <param name="VlanId">In which VLAN; null for untagged frames, and for the default queue.</param>
/// <param name="Processor">The processor of the parent partition that serves it.</param>
/// <param name="VmFriendlyName">Whose it is: the virtual machine, or the host.</param>
public sealed record VmqQueueView(
    string Name,
    string InterfaceDescription,
    string ComputerName,
    int QueueId,
    string MacAddress,
    int? VlanId,
    int Processor,
    string VmFriendlyName);
