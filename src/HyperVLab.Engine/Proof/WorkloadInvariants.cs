using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Proof;

/// <summary>What holds of what guests were told, proved from the bytes of their disks.</summary>
internal static class WorkloadInvariants
{
    /// <summary>Adds what does not hold of a machine's workload. A disk that somebody deleted proves nothing.</summary>
    public static void Check(LabState lab, VirtualMachine vm, Findings findings)
    {
        if (Workloads.Of(lab, vm) is not { Writes: true } workload || !WorkloadProver.HasDisk(lab, workload))
        {
            return;
        }

        try
        {
            WorkloadProof proof = WorkloadProver.Prove(lab, workload);
            if (!proof.IsConsistent)
            {
                findings.Add(LabInvariant.AcknowledgedDataIsDurable, vm.Name, $"{vm.Name}: {proof.Detail}");
            }
        }
        catch (LabException unreadable)
        {
            findings.Add(LabInvariant.AcknowledgedDataIsDurable, vm.Name, $"{vm.Name}: {unreadable.Message}");
        }
    }
}
