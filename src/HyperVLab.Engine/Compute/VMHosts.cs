using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>The hosts of virtual machines, as somebody who manages them over the network meets them.</summary>
internal static class VMHosts
{
    /// <summary>A host whose Hyper-V the caller may manage from where he sits.</summary>
    /// <exception cref="LabException">It is gone, does not run, has no Hyper-V, or does not let him.</exception>
    public static PhysicalComputer Demand(LabState lab, LabCaller caller, Key<PhysicalComputer> computer)
    {
        RemoteManagement.DemandManagement(lab, caller, computer);
        return lab.RequireVMHost(computer);
    }
}
