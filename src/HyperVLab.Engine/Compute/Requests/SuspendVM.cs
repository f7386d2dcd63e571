using HyperVLab.Engine.Hosts;

namespace HyperVLab.Engine.Compute.Requests;

/// <summary>
/// Pauses a virtual machine: it keeps its memory, on VMware ESX in a file.
/// </summary>
public sealed record SuspendVM : VMActionRequest
{
    /// <inheritdoc/>
    private protected override VMAction Action => VMAction.Suspend;

    /// <inheritdoc/>
    private protected override VMAction ActionOn(LabState lab, VirtualMachine vm) =>
        Platforms.Of(lab.Computers[vm.Computer]).SuspendsToDisk ? VMAction.Save : VMAction.Suspend;
}
