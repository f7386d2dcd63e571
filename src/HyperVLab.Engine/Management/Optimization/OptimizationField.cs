using System.Globalization;
using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>
/// The nodes of a cluster with what their running machines use. Moves are tried on it, and none is proposed that does
/// not make the loads more even; the lab stays as it is.
/// </summary>
internal sealed class OptimizationField
{
    private readonly List<HostOffer> _hosts;
    private readonly List<Machine> _machines = [];
    private readonly OptimizationSettings _settings;
    private readonly string _cluster;

    /// <summary>Looks at the managed nodes of a cluster.</summary>
    public OptimizationField(LabState lab, Key<Cluster> cluster, OptimizationSettings settings)
    {
        _settings = settings;
        _cluster = lab.Clusters[cluster].Name;
        var nodes = new HashSet<Key<PhysicalComputer>>(HostEnrolment.NodesOf(lab, cluster));
        _hosts = HostOffers.Of(lab, nodes.Contains, static vm => vm.HoldsResources);
        foreach (VirtualMachine vm in lab.VirtualMachines)
        {
            if (vm is { IsClustered: true, State: VMState.Running, Business: null, Operation: null }
                && nodes.Contains(vm.Computer)
                && ClusterQueries.GroupOf(lab, vm.Key) is { Operation: null } group
                && ClusterQueries.MachinesOf(lab, group).Count == 1
                && _hosts.Find(host => host.Key == vm.Computer) is { } on)
            {
                _machines.Add(new Machine(vm.Key, HostOffers.MoveOf(lab, vm)) { Host = on });
            }
        }
    }

    /// <summary>How uneven the loads are: the sum of squares of what hosts are off the mean.</summary>
    public double Imbalance
    {
        get
        {
            HostOffer[] counted = [.. _hosts.Where(static host => host.Answers)];
            if (counted.Length == 0)
            {
                return 0;
            }

            double cpu = counted.Average(CpuOf);
            double memory = counted.Average(MemoryOf);
            return counted.Sum(host => Square(CpuOf(host) - cpu) + Square(MemoryOf(host) - memory));
        }
    }

    /// <summary>Whether a host has less free than it should.</summary>
    public bool IsHot(Key<PhysicalComputer> computer) =>
        _hosts.Find(host => host.Key == computer) is { } known && IsHot(known);

    /// <summary>The move that makes loads the most even; null where none is worth it.</summary>
    /// <param name="but">The numbers of machines that are not moved.</param>
    public OptimizationMove? Next(IReadOnlyCollection<int> but)
    {
        double before = Imbalance;
        (Machine Machine, HostOffer Target, double After)? best = null;
        foreach (Machine machine in _machines)
        {
            if (!IsHot(machine.Host) || but.Contains(machine.Key.Number))
            {
                continue;
            }

            foreach (HostOffer target in _hosts)
            {
                if (HostRater.Obstacles(target, machine.Demand, machine.Host) == PlacementObstacles.None
                    && After(machine, target) is { } after && after < (best?.After ?? before))
                {
                    best = (machine, target, after);
                }
            }
        }

        return best is { } found && found.After <= before * (1 - _settings.LeastGain) && found.After < before
            ? Describe(found.Machine, found.Target, before, found.After)
            : null;
    }

    /// <summary>Carries a move out on the field.</summary>
    public void Carry(OptimizationMove move)
    {
        Machine machine = _machines.Find(one => one.Key.Number == move.VMKey)!;
        Move(machine, _hosts.Find(host => host.Key.Number == move.TargetKey)!);
    }

    // Null where the target would be hot itself.
    private double? After(Machine machine, HostOffer target)
    {
        HostOffer source = machine.Host;
        Move(machine, target);
        double? after = IsHot(target) ? null : Imbalance;
        Move(machine, source);
        return after;
    }

    private static void Move(Machine machine, HostOffer target)
    {
        machine.Host.Take(machine.Demand, -1);
        target.Take(machine.Demand);
        machine.Host = target;
        machine.Demand = machine.Demand with { Host = target.Key };
    }

    private bool IsHot(HostOffer host) => host.Answers
        && (FreeCpuPercent(host) < _settings.CpuFreePercent || FreeMegabytes(host) < _settings.MemoryFreeMegabytes);

    private OptimizationMove Describe(Machine machine, HostOffer target, double before, double after)
    {
        HostOffer source = machine.Host;
        (long free, int least, string of) = FreeCpuPercent(source) < _settings.CpuFreePercent
            ? (FreeCpuPercent(source), _settings.CpuFreePercent, "% of its processors")
            : (FreeMegabytes(source), _settings.MemoryFreeMegabytes, "MB of memory");
        return new OptimizationMove
        {
            VMKey = machine.Key.Number,
            VM = machine.Demand.Name,
            Cluster = _cluster,
            Source = source.Computer.Name,
            Target = target.Computer.Name,
            TargetKey = target.Key.Number,
            Reason = $"{source.Computer.Name} has {Text(free)} {of} free and should have {Text(least)}; "
                + $"{target.Computer.Name} has {Text(FreeCpuPercent(target))} % and {Text(FreeMegabytes(target))} MB. "
                + $"The imbalance falls from {Figure(before)} to {Figure(after)}.",
            ImbalanceBefore = before,
            ImbalanceAfter = after,
        };
    }

    private static double CpuOf(HostOffer host) => (double)host.CpuUsed / Math.Max(1, 100 * host.LogicalProcessors);

    private static double MemoryOf(HostOffer host) => (double)host.MemoryUsed / Math.Max(1, host.MemoryBytes);

    private static long FreeCpuPercent(HostOffer host) =>
        Math.Max(0, 100 - (host.CpuUsed / Math.Max(1, host.LogicalProcessors)));

    private static long FreeMegabytes(HostOffer host) => host.Computer.UsableMemoryBytes <= 0
        ? 0
        : Math.Max(
            0,
            host.Computer.UsableMemoryBytes - HostSettings.ParentPartitionReserveBytes - host.MemoryUsed) >> 20;

    private static double Square(double number) => number * number;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Figure(double number) => number.ToString("0.000", CultureInfo.InvariantCulture);

    private sealed class Machine(Key<VirtualMachine> key, PlacementDemand demand)
    {
        public Key<VirtualMachine> Key { get; } = key;

        public PlacementDemand Demand { get; set; } = demand;

        public required HostOffer Host { get; set; }
    }
}
