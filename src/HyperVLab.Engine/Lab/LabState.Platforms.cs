using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Management;

namespace HyperVLab.Engine;

internal sealed partial class LabState
{
    /// <summary>
    /// Whether Virtual Machine Manager manages a host through its VirtualCenter. It stands in the frame so that hosts,
    /// which know nothing of management, can ask.
    /// </summary>
    public bool IsManagedThrough(VirtualCenterHost host) => Agents.Of(this, host.Computer) is not null;
}
