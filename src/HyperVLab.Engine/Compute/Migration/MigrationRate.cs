using HyperVLab.Engine.Compute.Events;
using HyperVLab.Engine.Networking;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// How fast memory gets over a connection on which frames are lost or late. A live migration sends over TCP, so the
/// rate is what TCP makes of it.
/// </summary>
internal static class MigrationRate
{
    /// <summary>The rate of a connection, in bytes a second.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="link">The connection; null where memory is not sent over the network.</param>
    /// <param name="unimpaired">The rate where no frame is lost or late.</param>
    public static long Of(LabState lab, MigrationLink? link, long unimpaired)
    {
        if (link is null || lab.NetworkImpairments.Count == 0)
        {
            return unimpaired;
        }

        Endpoint near = Endpoint.Of(lab, lab.NetworkAdapters[link.Source]);
        Endpoint far = Endpoint.Of(lab, lab.NetworkAdapters[link.Target]);
        int lossPercent = NetworkFaults.LossPercent(lab, near, far);
        TimeSpan late = NetworkFaults.Delay(lab, near, far) + NetworkFaults.Delay(lab, far, near);
        return lossPercent == 0 && late == TimeSpan.Zero
            ? unimpaired
            : Math.Min(unimpaired, TcpRate.Of(lossPercent, TcpSettings.Roundtrip + late));
    }

    /// <summary>
    /// A migration's connection may be better or worse from now on: what was sent so far was sent at the old rate, and
    /// the rest goes on at the new one.
    /// </summary>
    public static void Follow(LabState lab, Migration migration)
    {
        long rate = Of(lab, migration.Link, migration.UnimpairedBytesPerSecond);
        if (rate == migration.BytesPerSecond)
        {
            return;
        }

        long left = migration.RemainingBytes - migration.SentBytes;
        TimeSpan ends = migration.RateSince + TransferTime.Of(left, migration.BytesPerSecond);
        if (migration.Phase is not (MigrationPhase.Copying or MigrationPhase.Stopped) || ends <= lab.Now)
        {
            migration.SendAt(rate);
            return;
        }

        long passed = (long)((Int128)migration.BytesPerSecond
            * (lab.Now - migration.RateSince).Ticks / TimeSpan.TicksPerSecond);
        long sent = migration.SentBytes + Math.Min(left, passed);
        lab.Cancel(migration.Event);
        TimeSpan time = MigrationTimes.Sending(migration.Phase, migration.RemainingBytes - sent, rate);
        migration.SendAt(rate, sent, lab.Now, lab.Schedule(time, new MigrationDue(migration.Key)));
    }
}
