using System.Globalization;
using HyperVLab.Engine.Faults.Requests;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Faults;

/// <summary>What a fault must be given.</summary>
internal static class FaultRules
{
    private const int LongestName = 64;

    /// <summary>Refuses a name that cannot be a fault's, or is another one's.</summary>
    /// <exception cref="Engine.Requests.LabException">It cannot be used.</exception>
    public static void DemandName(LabState lab, string name)
    {
        bool isUsable = name.Trim().Length > 0 && name.Length <= LongestName
            && !name.Any(letter => char.IsControl(letter) || letter is '*' or '?' or '[' or ']');
        if (!isUsable)
        {
            throw FaultErrors.NameNotUsable.For(name, name);
        }

        if (IsTaken(lab, name))
        {
            throw FaultErrors.NameTaken.For(name, name);
        }
    }

    /// <summary>A name for a fault that was given none: its kind, numbered.</summary>
    public static string FreeName(LabState lab, FaultKind kind)
    {
        int number = lab.Faults.NextNumber;
        string name;
        do
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{kind}{number++}");
        }
        while (IsTaken(lab, name));
        return name;
    }

    /// <summary>Refuses targets that are missing, or of which the kind knows nothing.</summary>
    /// <exception cref="Engine.Requests.LabException">They do not fit the kind.</exception>
    public static void DemandTarget(LabState lab, AddFault request)
    {
        FaultKind kind = request.Kind;
        IReadOnlyList<string> wanted = FaultKinds.ParametersOf(kind);
        foreach ((string parameter, bool isGiven) in request.GivenTargets())
        {
            if (isGiven && !wanted.Concat(FaultKinds.OptionsOf(kind)).Contains(parameter, StringComparer.Ordinal))
            {
                throw FaultErrors.TargetNotTaken.For(
                    request.Name,
                    kind.ToString(),
                    parameter,
                    string.Join(", -", wanted.Concat(FaultKinds.OptionsOf(kind))));
            }

            if (!isGiven && wanted.Contains(parameter, StringComparer.Ordinal))
            {
                throw FaultErrors.TargetNeeded.For(request.Name, kind.ToString(), parameter);
            }
        }

        if (request.AfterWrites < 1)
        {
            throw FaultErrors.WritesNotPossible.For(
                request.Name, request.AfterWrites.Value.ToString(CultureInfo.InvariantCulture));
        }

        FaultScope scope = FaultKinds.ScopeOf(kind);
        if (scope is FaultScope.Adapter or FaultScope.Path && request.Computer.Count != 1)
        {
            throw FaultErrors.OneComputer.For(request.Name, kind.ToString());
        }

        if (scope == FaultScope.Network)
        {
            DemandNetwork(lab, request);
        }

        if (scope == FaultScope.Adapter)
        {
            DemandAdapter(lab, request);
        }

        if (scope == FaultScope.Luns)
        {
            DemandLuns(lab, request);
        }

        if (scope is FaultScope.Path or FaultScope.Controller)
        {
            DemandPath(lab, request);
        }
    }

    /// <summary>Refuses a moment that is past, and a duration that cannot be.</summary>
    /// <exception cref="Engine.Requests.LabException">They cannot be.</exception>
    public static void DemandTimes(LabState lab, AddFault request)
    {
        if (request.At < lab.Now)
        {
            throw FaultErrors.MomentIsPast.For(request.Name, lab.Now.ToString("c", CultureInfo.InvariantCulture));
        }

        if (request.Duration <= TimeSpan.Zero)
        {
            throw FaultErrors.DurationNotPossible.For(request.Name);
        }

        if (request.Duration is not null && FaultKinds.EndsByItself(request.Kind))
        {
            throw FaultErrors.EndsByItself.For(request.Name, request.Kind.ToString());
        }
    }

    /// <summary>Refuses what cannot let a fault begin.</summary>
    /// <exception cref="Engine.Requests.LabException">It cannot.</exception>
    public static void DemandTrigger(AddFault request)
    {
        bool[] triggers =
        [
            request.At is not null, request.OnStep is not null, request.OnLog is not null,
            request.RatePerHour is not null, request.Armed,
        ];
        if (triggers.Count(static isGiven => isGiven) > 1)
        {
            throw FaultErrors.SeveralTriggers.For(request.Name);
        }

        if (request.TriggerVM is not null && request.OnStep is null && request.OnLog is null)
        {
            throw FaultErrors.TriggerNeeded.For(request.Name, "OnVM", "-OnStep or -OnLog");
        }

        if ((request.OnJob is not null || request.Job is not null) && request.OnStep is null)
        {
            throw FaultErrors.TriggerNeeded.For(request.Name, "OnJob", "-OnStep");
        }

        bool repeats = request.TriggerOf().Repeats;
        if (!repeats && (request.Probability is not null || request.Count is not null || request.Skip != 0))
        {
            throw FaultErrors.TriggerNeeded.For(
                request.Name, "Probability, -Count or -Skip", "-OnStep, -OnLog or -RatePerHour");
        }

        DemandFigure(request, "RatePerHour", request.RatePerHour, 1, 3600);
        DemandFigure(request, "Count", request.Count, 1, int.MaxValue);
        DemandFigure(request, "Skip", request.Skip, 0, int.MaxValue);
        if (request.Probability is { } probability && !(probability > 0 && probability <= 1))
        {
            throw FaultErrors.TriggerNotPossible.For(
                request.Name,
                "Probability",
                probability.ToString(CultureInfo.InvariantCulture),
                "more than 0, and at most 1");
        }

        if (request.OnStep?.Length == 0 || request.OnLog?.Length == 0)
        {
            throw FaultErrors.TriggerNotPossible.For(request.Name, "OnStep or OnLog", "nothing", "a text");
        }
    }

    private static void DemandFigure(AddFault request, string name, int? figure, int least, int most)
    {
        if (figure < least || figure > most)
        {
            throw FaultErrors.TriggerNotPossible.For(
                request.Name,
                name,
                figure.Value.ToString(CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"{least} to {most}"));
        }
    }

    private static void DemandAdapter(LabState lab, AddFault request)
    {
        NetworkAdapter adapter = Cables.Demand(lab, request.Computer[0], request.NetAdapterName!);
        if (request.Kind == FaultKind.SwitchPortDown && adapter.PhysicalSwitch is null)
        {
            throw FaultErrors.NotPlugged.For(adapter.Name, adapter.Name);
        }
    }

    private static void DemandNetwork(LabState lab, AddFault request)
    {
        if (request.LossPercent is < 1 or > 100)
        {
            throw FaultErrors.LossNotPossible.For(
                request.Name, request.LossPercent.Value.ToString(CultureInfo.InvariantCulture));
        }

        DemandDelay(request);
        if (request.Computer.Any(request.ToComputer.Contains))
        {
            throw FaultErrors.OnBothSides.For(
                request.Name, lab.NameOf(request.Computer.First(request.ToComputer.Contains)));
        }
    }

    private static void DemandDelay(AddFault request)
    {
        if (request.Delay <= TimeSpan.Zero || request.Delay > FaultSettings.LongestDelay)
        {
            throw FaultErrors.DelayNotPossible.For(
                request.Name, FaultSettings.LongestDelay.TotalSeconds.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void DemandLuns(LabState lab, AddFault request)
    {
        DemandDelay(request);
        if (request.ErrorPercent is < 1 or > 100)
        {
            throw FaultErrors.ErrorsNotPossible.For(
                request.Name, request.ErrorPercent.Value.ToString(CultureInfo.InvariantCulture));
        }

        if (FaultKinds.TakesArray(request.Kind) && (request.Lun.Count > 0) == (request.Array is not null))
        {
            throw FaultErrors.LunOrArray.For(request.Name, request.Kind.ToString());
        }

        foreach (Key<Lun> lun in request.Lun)
        {
            if (request.Kind == FaultKind.LunLost && SystemVolume.IsOwn(lab, lab.Luns[lun]))
            {
                throw FaultErrors.LunIsBuiltIn.For(request.Name, lab.NameOf(lun));
            }
        }
    }

    private static void DemandPath(LabState lab, AddFault request)
    {
        if (FaultKinds.ScopeOf(request.Kind) == FaultScope.Path)
        {
            StoragePathSwitch.Require(lab, request.Computer[0], request.Array!.Value, request.Number!.Value);
        }
        else if (StorageFaults.PathsOf(lab, null, request.Array, request.Number).Count == 0)
        {
            throw FaultErrors.NoSuchPath.For(request.Name);
        }
    }

    private static bool IsTaken(LabState lab, string name) =>
        lab.Faults.Any(fault => string.Equals(fault.Name, name, StringComparison.OrdinalIgnoreCase));
}
