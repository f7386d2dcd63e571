using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Load;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>The ways of transfers: over the network to another computer, or within one.</summary>
internal static class TransferWays
{
    /// <summary>Why a transfer cannot go on, its network not looked at; null where it can.</summary>
    public static StepFailure? Blocked(LabState lab, Transfer transfer)
    {
        if (transfer.IsFile && lab.StoredFiles.Find(transfer.File) is null)
        {
            return SourceGone(lab, transfer);
        }

        return !Answers(lab, transfer.Source) || !Answers(lab, transfer.Target)
            ? ConnectionLost(lab, transfer)
            : VolumeLost(lab, transfer, transfer.Source, transfer.File)
                ?? VolumeLost(lab, transfer, transfer.Target, transfer.Partial);
    }

    /// <summary>Whether a transfer can go on now.</summary>
    public static bool IsOpen(LabState lab, Transfer transfer) => Blocked(lab, transfer) is null
        && (transfer.IsLocal
            || (FlowRules.FindEnds(lab, EndOf(transfer.Source), EndOf(transfer.Target)) is { } ends
                && FlowAttempts.AnswerOf(lab, ends.From, ends.To, TransferSettings.Port) == TcpPortState.Listening));

    /// <summary>Opens a connection for what is left; null where none comes about now.</summary>
    public static Flow? Open(LabState lab, Transfer transfer)
    {
        long? limit = transfer.BandwidthPercent is { } percent && SpeedOf(lab, transfer) is { } speed
            ? Math.Max(1, (long)((Int128)speed * percent / 100))
            : null;
        return Flows.Open(
            lab,
            EndOf(transfer.Source),
            EndOf(transfer.Target),
            TransferSettings.Port,
            transfer.BytesTotal - transfer.Bytes,
            limit,
            transfer.IsBackground);
    }

    /// <summary>Whether a computer has no network itself, or does not run.</summary>
    public static bool IsOffline(LabState lab, Key<PhysicalComputer> computer) =>
        !LoadEndpoints.Of(lab, EndOf(computer)).Any(end => end is { IsUp: true, IPAddress: not null }
            && Fabric.CardOf(lab, end) is not null);

    /// <summary>How much has arrived by now.</summary>
    public static long BytesAt(LabState lab, Transfer transfer)
    {
        if (lab.Flows.Find(transfer.Flow) is { } flow)
        {
            return transfer.Bytes + flow.BytesAt(lab.Now);
        }

        return transfer.IsLocal && transfer.Since is { } since
            ? Math.Min(
                transfer.BytesTotal,
                transfer.Bytes + TransferTime.BytesIn(lab.Now - since, TransferSettings.LocalBytesPerSecond))
            : transfer.Bytes;
    }

    /// <summary>How fast it goes now, in bytes a second.</summary>
    public static long BytesPerSecond(LabState lab, Transfer transfer) =>
        lab.Flows.Find(transfer.Flow) is { } flow ? flow.BitsPerSecond / 8
        : transfer is { IsLocal: true, Since: not null } ? TransferSettings.LocalBytesPerSecond
        : 0;

    /// <summary>The other end does not answer.</summary>
    public static StepFailure ConnectionLost(LabState lab, Transfer transfer) => new(
        TransferErrors.ConnectionLost, transfer.Name, lab.NameOf(transfer.Source), lab.NameOf(transfer.Target));

    /// <summary>What is to be sent is gone.</summary>
    public static StepFailure SourceGone(LabState lab, Transfer transfer) => new(
        TransferErrors.SourceGone, transfer.Name, transfer.Name, lab.NameOf(transfer.Source));

    private static StepFailure? VolumeLost(
        LabState lab, Transfer transfer, Key<PhysicalComputer> computer, Key<StoredFile>? key) =>
        lab.StoredFiles.Find(key) is { } file
        && StorageReach.AccessTo(lab, computer, lab.Volumes[file.Volume]) == VolumeAccess.None
            ? new StepFailure(TransferErrors.VolumeLost, transfer.Name, lab.NameOf(computer), transfer.Name)
            : null;

    private static bool Answers(LabState lab, Key<PhysicalComputer> computer) =>
        lab.Computers[computer] is { IsRunning: true, AgentFaults: 0 };

    private static LoadEnd EndOf(Key<PhysicalComputer> computer) => new(null, computer);

    // The slower of the links by which it leaves and arrives.
    private static long? SpeedOf(LabState lab, Transfer transfer) =>
        FlowRules.FindEnds(lab, EndOf(transfer.Source), EndOf(transfer.Target)) is { } ends
        && FlowWay.Find(lab, ends.From, ends.To) is { } way
        && Fabric.CardOf(lab, way.There.Legs[0].From) is { } near
        && Fabric.CardOf(lab, way.There.Legs[^1].To) is { } far
            ? Math.Min(near.LinkSpeedBitsPerSecond, far.LinkSpeedBitsPerSecond)
            : null;
}
