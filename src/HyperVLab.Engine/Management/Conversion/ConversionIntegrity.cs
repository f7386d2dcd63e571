using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>Checks what must hold of conversions.</summary>
internal static class ConversionIntegrity
{
    /// <summary>Checks a lab that was read.</summary>
    /// <exception cref="InvalidDataException">Something does not hold.</exception>
    public static void Check(LabState lab)
    {
        var led = new Dictionary<int, VmmOperation>();
        foreach (VmmOperation operation in lab.VmmOperations)
        {
            if (Conversions.IsConversion(operation))
            {
                bool isItsOwn = operation.Subject is { } number && led.TryAdd(number, operation)
                    && lab.Conversions.Find(new Key<Conversion>(number)) is { } conversion
                    && operation.Computers.SequenceEqual([conversion.Machine.Target]);
                Integrity.Demand(isItsOwn, "VmmOperations", operation.Key);
            }
        }

        foreach (Conversion conversion in lab.Conversions)
        {
            bool isLed = led.TryGetValue(conversion.Key.Number, out VmmOperation? operation)
                && (lab.ServersByComputer.Count(conversion.Source) == 1) == Conversions.IsOfServer(operation)
                && conversion.Disks.Count > 0
                && conversion is { SnapshotCount: >= 0, SnapshotRate: >= 0 }
                && conversion.Machine is { MemoryBytes: > 0, ProcessorCount: > 0 }
                && Enum.IsDefined(conversion.Wait);
            Integrity.Demand(isLed, "Conversions", conversion.Key);
        }
    }
}
