using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts;

/// <summary>What must hold of computers and the directory beyond that every key leads somewhere.</summary>
internal static class HostIntegrity
{
    /// <summary>Checks what an import read.</summary>
    /// <exception cref="InvalidDataException">Something does not hold.</exception>
    public static void Check(LabState lab)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var bays = new HashSet<(Key<Chassis>, int?)>();
        foreach (PhysicalComputer computer in lab.Computers)
        {
            CheckComputer(computer);
            if (!names.Add(computer.Name))
            {
                throw Wrong(computer.Key, "has the name of another computer");
            }

            if (computer.Chassis is { } chassis
                && (!IsBayOf(lab.Chassis[chassis], computer) || !bays.Add((chassis, computer.Bay))))
            {
                throw Wrong(computer.Key, "stands in a bay that holds another one or is not there");
            }
        }

        foreach (PhysicalServer server in lab.Servers)
        {
            CheckServer(lab, server);
        }

        CheckFeatures(lab);
        foreach (VirtualCenterHost host in lab.VirtualCenterHosts)
        {
            if (VirtualCenters.Of(lab, host.Computer)!.Key != host.Key
                || Platforms.Find(lab.Computers[host.Computer]) is not { IsManagedByCenter: true })
            {
                throw Wrong(host.Key, "is no ESX host, or one that another VirtualCenter has");
            }
        }

        foreach (InstalledPackage package in lab.Packages)
        {
            if ((package.State == PackageState.Installing) != package.Sequence is not null)
            {
                throw Wrong(package.Key, "is in a state that does not go with its setup");
            }
        }
    }

    private static void CheckComputer(PhysicalComputer computer)
    {
        bool isBetween =
            computer.State is ComputerState.Installing or ComputerState.Starting or ComputerState.Stopping;
        if (isBetween != computer.Operation?.Sequence is not null
            || (computer.State == ComputerState.Installing) != computer.PendingEditionId is not null)
        {
            throw Wrong(computer.Key, "is in a state that does not go with its operation");
        }

        if (!IsKnown(computer.EditionId) || !IsKnown(computer.PendingEditionId)
            || (computer.State is ComputerState.Running or ComputerState.Stopping && computer.EditionId is null))
        {
            throw Wrong(computer.Key, "has an edition that is not known, or none where it needs one");
        }

        if (!HostNames.IsComputerName(computer.Name) || computer.MemoryCommittedBytes < 0)
        {
            throw Wrong(computer.Key, "has a name or memory that cannot be");
        }
    }

    private static void CheckServer(LabState lab, PhysicalServer server)
    {
        bool works = server is { WorkRate: >= 0 and <= ServerSettings.MostWork, WorkCount: >= 0 }
            && !(server.WorksSince > lab.Now) && !(server.WorksSince < TimeSpan.Zero);
        if (!works || lab.ServersByComputer.Count(server.Computer) != 1
            || lab.Computers[server.Computer].EditionId is null
            || server.Devices.Any(static device => ServerDevices.Find(device)?.Id != device))
        {
            throw Wrong(server.Key, "has work or devices that cannot be, or a computer that is none of its own");
        }
    }

    private static void CheckFeatures(LabState lab)
    {
        var features = new HashSet<(Key<PhysicalComputer>, string)>();
        foreach (HostFeature feature in lab.Features)
        {
            bool works = feature.State is FeatureState.Installed or FeatureState.UninstallPending;
            if (FeatureCatalogue.Find(feature.Name) is not { } known || known.Name != feature.Name
                || !features.Add((feature.Computer, feature.Name))
                || works != lab.Computers[feature.Computer].HasFeature(feature.Name))
            {
                throw Wrong(feature.Key, "is not known, stands twice, or has a state that its computer does not show");
            }
        }
    }

    private static bool IsBayOf(Chassis chassis, PhysicalComputer computer) =>
        computer.Bay >= 1 && computer.Bay <= chassis.BayCount;

    private static bool IsKnown(string? edition) => edition is null || Editions.Find(edition)?.Id == edition;

    private static InvalidDataException Wrong<T>(Key<T> key, string what)
        where T : class => new($"{key} {what}.");
}
