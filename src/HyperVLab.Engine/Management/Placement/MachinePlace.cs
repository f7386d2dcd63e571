using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>Where a virtual machine that is to be made goes.</summary>
/// <param name="Host">The host.</param>
/// <param name="Path">The folder of the host in which its own is made; null for where the host puts it.</param>
/// <param name="Choice">What placement chose; null where the host was named.</param>
internal sealed record MachinePlace(Key<PhysicalComputer> Host, string? Path, PlacementChoice? Choice)
{
    /// <summary>Says in a job why the machine is made there, where placement chose it.</summary>
    public void Explain(LabState lab, LabJob job)
    {
        if (Choice is not null)
        {
            lab.Step(job.Key, Choice.Describe(), job.PercentComplete, 1);
        }
    }
}
