using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Files;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Proof;

/// <summary>Checks a whole lab for all that holds between any two events. It changes and learns nothing.</summary>
internal static class Invariants
{
    /// <summary>What does not hold; nothing in a sound lab.</summary>
    public static IReadOnlyList<Violation> Check(LabState lab)
    {
        var findings = new Findings();
        Check(lab, findings);
        return findings.Violations;
    }

    /// <summary>Adds what does not hold.</summary>
    public static void Check(LabState lab, Findings findings)
    {
        CheckTables(lab, findings);
        CheckIndexes(lab, findings);
        CheckLight(lab, findings);
        foreach (VirtualMachine vm in lab.VirtualMachines)
        {
            MachineInvariants.Check(lab, vm, findings);
        }

        ClusterInvariants.CheckRest(lab, findings);
        DiskInvariants.Check(lab, findings);
        CheckpointInvariants.Check(lab, findings);
        SpaceInvariants.Check(lab, findings);
        UniqueInvariants.Check(lab, findings);
        OperationInvariants.Check(lab, findings);
        TransferInvariants.Check(lab, findings);
        QuotaInvariants.Check(lab, findings);
    }

    /// <summary>Adds what does not hold of the little that is looked at after every event.</summary>
    public static void CheckLight(LabState lab, Findings findings)
    {
        CapacityInvariants.Check(lab, findings);
        ClusterInvariants.Check(lab, findings);
        CheckpointInvariants.CheckMerges(lab, findings);
    }

    private static void CheckIndexes(LabState lab, Findings findings)
    {
        foreach ((string name, ITable table) in lab.Tables)
        {
            if (!table.HasRightIndexes)
            {
                findings.Add(LabInvariant.CountersAreRight, name, $"What finds rows of {name} finds others.");
            }
        }
    }

    private static void CheckTables(LabState lab, Findings findings)
    {
        try
        {
            LabIntegrity.Check(lab);
        }
        catch (InvalidDataException contradiction)
        {
            findings.Add(LabInvariant.TablesAgree, "lab", contradiction.Message);
        }
    }
}
