using HyperVLab.Disks;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Compute;

/// <summary>Reads what workloads wrote to disks of which no lab is left, as after its process was killed.</summary>
public static class LocalWorkloads
{
    /// <summary>Says what a virtual hard disk of this computer, with its parents, has.</summary>
    /// <param name="path">Its full path.</param>
    /// <param name="computerName">What this computer is called.</param>
    /// <exception cref="LabException">It cannot be read, or no workload has written there.</exception>
    public static WorkloadProof Prove(string path, string computerName)
    {
        using OpenedDisk opened = LocalDiskReader.Open(path, computerName, VhdFormat.Unknown);
        return opened.Read(disk => WorkloadProver.Prove(disk, path));
    }
}
