using HyperVLab.Engine;
using HyperVLab.Engine.Faults;
using HyperVLab.Engine.Faults.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Scenarios.Tests.Properties;

/// <summary>Gives a drawn fault the targets that its kind takes, for those drawn at random hardly ever fit.</summary>
internal static class RandomFaults
{
    public static AddFault Fitting(AddFault drawn, Values values, LabState lab)
    {
        IReadOnlyList<string> wanted = FaultKinds.ParametersOf(drawn.Kind);
        Key<T>? Some<T>(Table<T> table, string parameter)
            where T : class, IEntity<T> => table.Count > 0 && wanted.Contains(parameter)
                ? values.One([.. table]).Key
                : null;
        Key<T>? Any<T>(Table<T> table)
            where T : class, IEntity<T> => table.Count > 0 ? values.One([.. table]).Key : null;
        bool isShared = wanted.Contains("Number");
        bool takesArray = FaultKinds.TakesArray(drawn.Kind);
        bool befallsLuns = FaultKinds.ScopeOf(drawn.Kind) == FaultScope.Luns;
        StorageArray[] arrays = [.. lab.StorageArrays.Where(array => array.IsShared)];
        Lun[] luns = [.. lab.Luns.Where(lun => lab.StorageArrays[lun.Array].IsShared)];
        bool ofArray = takesArray && (luns.Length == 0 || values.Chance(3));
        AddFault fault = drawn with
        {
            Computer = drawn.Kind == FaultKind.LunLost && lab.Computers.Count > 0 && values.Chance(2)
                ? [values.One([.. lab.Computers]).Key]
                : Some(lab.Computers, "ComputerName") is { } computer ? [computer] : [],
            NetAdapterName = wanted.Contains("NetAdapterName") ? "Local Area Connection" : null,
            Array = (isShared || ofArray) && arrays.Length > 0 ? values.One(arrays).Key : null,
            Lun = befallsLuns && !ofArray && luns.Length > 0 ? [values.One(luns).Key] : [],
            AfterWrites = drawn.Kind == FaultKind.ProcessKill && values.Chance(2) ? 5 : null,
            ErrorPercent = wanted.Contains("ErrorPercent") ? values.One([1, 50, 100]) : null,
            Number = isShared ? values.One([0, 1]) : null,
            ToComputer = [],
            OneWay = drawn.OneWay && FaultKinds.OptionsOf(drawn.Kind).Contains("OneWay"),
            LossPercent = wanted.Contains("LossPercent") ? values.One([1, 40, 60, 100]) : null,
            Delay = wanted.Contains("Delay") ? TimeSpan.FromMilliseconds(values.One([1, 900, 30_000])) : null,
            VM = Some(lab.VirtualMachines, "VMName") is { } vm ? [vm] : [],
            Cluster = Some(lab.Clusters, "Cluster"),
            Duration = FaultKinds.EndsByItself(drawn.Kind) ? null : drawn.Duration,
            At = values.Chance(3) ? drawn.At : null,
            Armed = false,
            OnStep = null,
            OnJob = null,
            Job = null,
            TriggerVM = null,
            OnLog = null,
            RatePerHour = null,
            Probability = null,
            Count = null,
            Skip = 0,
        };
        return fault.At is not null ? fault : values.One([
            fault,
            fault with { Armed = true },
            fault with { OnStep = values.One(["pass", "online", "Boot"]), Count = values.One([1, 3]) },
            fault with { OnStep = "pass", TriggerVM = Any(lab.VirtualMachines) },
            fault with { OnLog = "cluster", Skip = values.One([0, 2]), Probability = values.One([0.3, 1.0]) },
            fault with { RatePerHour = values.One([1, 20]), Count = values.One([1, 5]) },
        ]);
    }
}
