using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>The rows that say what operations work on, one for each: they go with their operations.</summary>
internal static class OperationSubjects
{
    /// <summary>The table of a kind's subjects; null where a kind has none of its own.</summary>
    public static ITable? TableOf(LabState lab, VmmOperationKind kind) => kind switch
    {
        _ when VMMoves.IsMove(kind) => lab.VMMoves,
        VmmOperationKind.DeliverImage => lab.ImageDeliveries,
        VmmOperationKind.Deploy => lab.Deployments,
        VmmOperationKind.NewTemplate => lab.TemplateMakings,
        VmmOperationKind.OptimizeHosts => lab.HostOptimizations,
        VmmOperationKind.ConvertOnline or VmmOperationKind.ConvertOffline or VmmOperationKind.ConvertV2V =>
            lab.Conversions,
        _ => null,
    };

    /// <summary>Removes what an operation worked on, and lets go of the machine that it kept.</summary>
    public static void Remove(LabState lab, VmmOperation operation)
    {
        if (lab.VirtualMachines.Find(MachineJobs.MachineOf(lab, operation)) is { } vm
            && vm.HoldingJob == operation.Job)
        {
            vm.HoldFor(null);
        }

        if (TableOf(lab, operation.Kind) is { } table && operation.Subject is { } number && table.Contains(number))
        {
            table.RemoveRow(number);
        }
    }

    /// <summary>Checks that every row is what one operation works on, and every operation has its row.</summary>
    /// <exception cref="InvalidDataException">It is not so.</exception>
    public static void Check(LabState lab)
    {
        var led = new HashSet<(ITable Table, int Number)>();
        foreach (VmmOperation operation in lab.VmmOperations)
        {
            if (TableOf(lab, operation.Kind) is { } table)
            {
                bool isItsOwn = operation.Subject is { } number && table.Contains(number) && led.Add((table, number));
                Integrity.Demand(isItsOwn, "VmmOperations", operation.Key);
            }
        }

        int rows = Enum.GetValues<VmmOperationKind>().Select(kind => TableOf(lab, kind)).OfType<ITable>().Distinct()
            .Sum(static table => table.Count);
        if (rows != led.Count)
        {
            throw new InvalidDataException("VmmOperations: something is worked on by no operation.");
        }
    }
}
