using HyperVLab.Engine.Networking;

namespace HyperVLab.Engine.Compute.Load;

/// <summary>What live migrations that send memory now take of links.</summary>
internal static class MigrationLoads
{
    /// <summary>The ways of their memory, at the rates at which they go.</summary>
    public static LoadPath[] Of(LabState lab, LoadMap map)
    {
        List<LoadPath> paths = [];
        foreach (HostLoad load in lab.HostLoads)
        {
            if (lab.Migrations.Find(load.Migration) is
                { Phase: MigrationPhase.Copying or MigrationPhase.Stopped, Link: { } link } migration
                && load.Computer == migration.Source && MigrationLinks.Carries(lab, link))
            {
                paths.Add(map.PathOver(
                    new LoadFlow(
                        new LoadEnd(null, migration.Source),
                        new LoadEnd(null, migration.Target),
                        8 * migration.BytesPerSecond),
                    number: 0,
                    [new IPLeg(EndOf(lab, link.Source), EndOf(lab, link.Target))]));
            }
        }

        return [.. paths];
    }

    private static Endpoint EndOf(LabState lab, Simulation.Key<NetworkAdapter> adapter) =>
        Endpoint.Of(lab, lab.NetworkAdapters[adapter]);
}
