using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Management;

namespace HyperVLab.Engine;

internal sealed partial class LabState
{
    /// <summary>
    /// How Virtual Machine Manager finds a virtual machine. It stands in the frame so that views of machines, which
    /// know nothing of jobs that make and move them, can ask.
    /// </summary>
    public VirtualMachineState StandingOf(VirtualMachine vm) => MachineJobs.StateOf(this, vm);
}
