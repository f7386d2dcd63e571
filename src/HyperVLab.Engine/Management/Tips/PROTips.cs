using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>Tips: made of hosts that stay hot, implemented, and forgotten.</summary>
internal static class PROTips
{
    private const string IdentifierPurpose = "pro-tip";

    /// <summary>
    /// A host has been hot for long enough: a tip says which moves are worth it. Where tips are implemented by
    /// themselves, that begins at once.
    /// </summary>
    public static void Make(LabState lab, ManagedComputer managed, Key<Cluster> cluster)
    {
        IReadOnlyList<OptimizationMove> moves = new DynamicOptimizationQuery { Cluster = cluster }.Answer(lab);
        if (moves.Count == 0 || lab.PROTips.Any(tip => tip.Host == managed.Computer && IsSaid(lab, tip, managed)))
        {
            return;
        }

        PROTip made = lab.PROTips.Add(key => new PROTip(
            key,
            lab.Draws.Identifier(IdentifierPurpose, key.Number),
            managed.Computer,
            cluster,
            [.. moves.Select(static move => $"Migrate '{move.VM}' from {move.Source} to {move.Target}. {move.Reason}")],
            lab.Now));
        if (MonitorSettings.On(lab, managed).IsAutomatic)
        {
            string script = $"Invoke-LabPROTip {made.Id}";
            LabJob job = lab.Jobs.Add(key => new LabJob(key, "InvokePROTip", LabCaller.Lab, script, lab.Now));
            Implement(lab, job, made, managed.Server);
        }
    }

    /// <summary>Does under a job what a tip recommends: machines move from the hot hosts of its cluster.</summary>
    public static void Implement(LabState lab, LabJob job, PROTip tip, Key<VmmServer> server)
    {
        tip.Implement(job.Key);
        HostOptimizations.Begin(lab, job, server, [tip.Cluster]);
    }

    /// <summary>A host is hot no more: nothing is left to do.</summary>
    public static void Cooled(LabState lab, Key<PhysicalComputer> host)
    {
        foreach (PROTip tip in lab.PROTips)
        {
            if (tip.Host == host && tip.StatusIn(lab) == PROTipStatus.Active)
            {
                tip.Decide(PROTipStatus.Resolved);
            }
        }
    }

    /// <summary>A cluster goes.</summary>
    public static void Forget(LabState lab, Key<Cluster> cluster)
    {
        foreach (PROTip tip in lab.PROTips.Where(tip => tip.Cluster == cluster).ToArray())
        {
            lab.PROTips.Remove(tip.Key);
        }
    }

    /// <summary>Refuses a tip about which something was decided, unless it could not be implemented.</summary>
    /// <exception cref="LabException">It is over, its host is not managed, or the server does not answer.</exception>
    public static ManagedComputer Demand(LabState lab, LabCaller caller, PROTip tip)
    {
        string name = tip.Id.ToString("D");
        ManagedComputer managed = VmmAccess.DemandManaged(lab, caller, tip.Host);
        PROTipStatus status = tip.StatusIn(lab);
        return status is PROTipStatus.Active or PROTipStatus.Failed
            ? managed
            : throw OptimizationErrors.TipOver.For(name, name, status.ToString());
    }

    // What was dismissed is not said again while the host stays as hot as it was.
    private static bool IsSaid(LabState lab, PROTip tip, ManagedComputer managed) => tip.StatusIn(lab) switch
    {
        PROTipStatus.Active or PROTipStatus.Implementing => true,
        PROTipStatus.Dismissed => tip.MadeAt >= managed.HotSince,
        _ => false,
    };
}
