using System.Globalization;

namespace HyperVLab.Engine.Management.Consolidation;

/// <summary>Lays packed hosts out in clusters and racks, packs the clusters' LUNs, and writes the plan.</summary>
internal sealed class PlanLayout
{
    private readonly PlanSettings _settings;
    private readonly IReadOnlyList<PlanDemand> _demands;
    private readonly IReadOnlyList<Bin> _working;
    private readonly BinShape _hostShape;
    private readonly BinShape _lunShape;
    private readonly (string Host, string Lun)[] _places;
    private readonly List<PlannedCluster> _clusters = [];
    private readonly List<PlannedHost> _hosts = [];
    private readonly List<PlannedLun> _luns = [];

    /// <summary>A layout of working hosts.</summary>
    public PlanLayout(PlanSettings settings, IReadOnlyList<PlanDemand> demands, IReadOnlyList<Bin> working)
    {
        _settings = settings;
        _demands = demands;
        _working = working;
        _hostShape = PlanDemand.HostShape(settings);
        _lunShape = PlanDemand.LunShape(settings);
        _places = new (string Host, string Lun)[demands.Count];
    }

    /// <summary>How many spare nodes so many working hosts need.</summary>
    public static int SparesFor(int working, PlanSettings settings) =>
        ClustersFor(working, settings) * settings.SpareNodesPerCluster;

    /// <summary>Writes the plan but for its bounds.</summary>
    public ConsolidationPlan Write()
    {
        int clusters = ClustersFor(_working.Count, _settings);
        for (int cluster = 0; cluster < clusters; cluster++)
        {
            // Every so many hosts, for packed hosts are in the order of what is on them.
            AddCluster(cluster + 1, [.. _working.Where((_, index) => index % clusters == cluster)]);
        }

        int shelfWatts = _luns.Count * _settings.ShelfWatts;
        return new ConsolidationPlan
        {
            Settings = _settings,
            Clusters = _clusters,
            Hosts = _hosts,
            Luns = _luns,
            VMs = [.. _demands.Select(VMOf)],
            Bounds = [],
            LeastHosts = 0,
            Racks = RackCount(),
            WattsBefore = (int)_demands.Sum(static demand => WattsOf(demand)),
            WattsAfter = _hosts.Sum(static host => host.Watts) + shelfWatts,
        };
    }

    private static int ClustersFor(int working, PlanSettings settings)
    {
        int nodes = settings.NodesPerCluster - settings.SpareNodesPerCluster;
        return (working + nodes - 1) / nodes;
    }

    private static long WattsOf(PlanDemand demand)
    {
        long mean = demand.Samples.Sum(static sample => (long)sample.ProcessorPermille) / LoadWeek.Hours;
        return demand.Server.IdleWatts + ((demand.Server.BusyWatts - demand.Server.IdleWatts) * mean / 1000);
    }

    private static int UseOf(Bin? bin, BinShape shape, int dimension) =>
        bin is null ? 0 : (int)(bin.Levels[dimension] * 1000 / shape.Varying[dimension]);

    private void AddCluster(int number, IReadOnlyList<Bin> working)
    {
        string name = Name("CLU", number, "00");
        List<PackItem> disks = [];
        foreach (Bin bin in working)
        {
            string host = AddHost(name, number, bin);
            foreach (PackItem item in bin.Items)
            {
                _places[item.Index].Host = host;
                disks.Add(_demands[item.Index].OnLun);
            }
        }

        for (int spare = 0; spare < _settings.SpareNodesPerCluster; spare++)
        {
            AddHost(name, number, null);
        }

        IReadOnlyList<Bin> luns = VectorPacking.Pack(disks, _lunShape);
        for (int index = 0; index < luns.Count; index++)
        {
            AddLun(name, index + 1, luns[index]);
        }

        _clusters.Add(new PlannedCluster(
            name,
            working.Count + _settings.SpareNodesPerCluster,
            luns.Count,
            PackingBound.Of(disks, _lunShape),
            disks.Count));
    }

    private string AddHost(string cluster, int rack, Bin? bin)
    {
        string name = Name("HV", _hosts.Count + 1, "000");
        HostModel model = _settings.Host;
        int processors = bin is null ? 0 : (int)(bin.Varying[0].Sum() / LoadWeek.Hours * 1000 / model.Speed);
        _hosts.Add(new PlannedHost(
            name,
            cluster,
            rack,
            bin is null,
            bin?.Items.Count ?? 0,
            bin is null ? 0 : (int)(bin.Fixed[0] * 1000 / _hostShape.Fixed[0]),
            UseOf(bin, _hostShape, 0),
            UseOf(bin, _hostShape, 1),
            UseOf(bin, _hostShape, 2),
            model.IdleWatts + ((model.BusyWatts - model.IdleWatts) * processors / 1000)));
        return name;
    }

    private void AddLun(string cluster, int number, Bin bin)
    {
        string name = $"{cluster}-{Name("CSV", number, "00")}";
        foreach (PackItem item in bin.Items)
        {
            _places[item.Index].Lun = name;
        }

        _luns.Add(new PlannedLun(
            name,
            cluster,
            bin.Items.Count,
            (int)(bin.Fixed[0] * 1000 / _lunShape.Fixed[0]),
            UseOf(bin, _lunShape, 0)));
    }

    // Each cluster has a rack with its switches; shelves fill what is left there, and further racks.
    private int RackCount()
    {
        int shelves = 0;
        int racks = 0;
        foreach (PlannedCluster cluster in _clusters)
        {
            int units = (cluster.Hosts * _settings.Host.RackUnits) + _settings.SwitchUnitsPerCluster;
            int own = (units + _settings.RackUnits - 1) / _settings.RackUnits;
            int room = ((own * _settings.RackUnits) - units) / _settings.ShelfUnits;
            racks += own;
            shelves += Math.Max(0, cluster.Luns - room);
        }

        int perRack = _settings.RackUnits / _settings.ShelfUnits;
        return racks + ((shelves + perRack - 1) / perRack);
    }

    private PlannedVM VMOf(PlanDemand demand, int index) => new(
        demand.Server,
        demand.MemoryMegabytes,
        demand.ProcessorCount,
        demand.DiskMegabytes,
        _places[index].Host,
        _places[index].Lun);

    private static string Name(string prefix, int number, string digits) =>
        prefix + number.ToString(digits, CultureInfo.InvariantCulture);
}
