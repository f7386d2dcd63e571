using HyperVLab.Engine.Networking;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

public sealed partial class Flow
{
    private const long BitTicks = 8 * TimeSpan.TicksPerSecond;

    /// <summary>Whether it is no more.</summary>
    public bool HasEnded => EndTime is not null;

    /// <summary>How many bytes have got there by a moment that is not before the counts'.</summary>
    internal long BytesAt(TimeSpan now)
    {
        Int128 bytes = Bytes + ((Int128)BitsPerSecond * (now - Since).Ticks / BitTicks);
        return (long)Int128.Min(SizeBytes ?? long.MaxValue, bytes);
    }

    /// <summary>How many segments have been sent again by then: each that was lost, until it got there.</summary>
    internal long RetransmitsAt(TimeSpan now)
    {
        long segments = (BytesAt(now) - Bytes) / TcpSettings.SegmentBytes;
        return Retransmits + (segments * LossPercent / (100 - LossPercent));
    }

    /// <summary>The longest time for which it has stood still by then.</summary>
    internal TimeSpan LongestStallAt(TimeSpan now) =>
        StalledAt is { } began && now - began > LongestStall ? now - began : LongestStall;

    /// <summary>
    /// How long it takes to send the rest at the present rate; null where there is no end to it, or none within the
    /// 10,000 years that dates reach.
    /// </summary>
    internal TimeSpan? TimeLeft
    {
        get
        {
            if (SizeBytes is not { } size || BitsPerSecond <= 0)
            {
                return null;
            }

            Int128 ticks = (((Int128)(size - Bytes) * BitTicks) + BitsPerSecond - 1) / BitsPerSecond;
            return ticks <= DateTime.MaxValue.Ticks ? TimeSpan.FromTicks((long)ticks) : null;
        }
    }

    /// <summary>Says how much it is to send, and how fast at most.</summary>
    internal void Ask(long? sizeBytes, long? bitsPerSecond) =>
        (SizeBytes, LimitBitsPerSecond) = (sizeBytes, bitsPerSecond);

    /// <summary>Says whether it only takes what other connections leave over.</summary>
    internal void Yield(bool isBackground) => IsBackground = isBackground;

    /// <summary>Counts until now, and goes on at a rate.</summary>
    internal void Go(
        TimeSpan now, long bitsPerSecond, int lossPercent, string bottleneck, IReadOnlyList<FlowPort> ports)
    {
        (Bytes, Retransmits, Since) = (BytesAt(now), RetransmitsAt(now), now);
        (BitsPerSecond, LossPercent, Bottleneck, Ports) = (bitsPerSecond, lossPercent, bottleneck, ports);
    }

    /// <summary>The other end has answered.</summary>
    internal void Establish(TimeSpan now) =>
        (State, EstablishedAt, Since, Attempts) = (FlowState.Established, now, now, 0);

    /// <summary>Nothing gets through any more.</summary>
    internal void Stall(TimeSpan now)
    {
        Go(now, 0, 0, string.Empty, []);
        (State, StalledAt, Attempts) = (FlowState.Stalled, now, 0);
        Stalls++;
    }

    /// <summary>Something was sent again that had no answer.</summary>
    internal void TryAgain(bool countsSegment)
    {
        Attempts++;
        Retransmits += countsSegment ? 1 : 0;
    }

    /// <summary>What was sent again was answered.</summary>
    internal void Resume(TimeSpan now)
    {
        LongestStall = LongestStallAt(now);
        (State, StalledAt, Attempts) = (FlowState.Established, null, 0);
    }

    /// <summary>It is no more.</summary>
    internal void End(FlowState state, FlowReason reason, TimeSpan now)
    {
        Go(now, 0, 0, string.Empty, []);
        LongestStall = LongestStallAt(now);
        (State, Reason, EndTime, StalledAt) = (state, reason, now, null);
        (Event, Due, Held) = (null, null, null);
    }

    /// <summary>The other end has lost what it knew of it.</summary>
    internal void BeForgotten() => IsForgotten = true;

    /// <summary>Says what it waits for.</summary>
    internal void Await(long? sequence, TimeSpan? due) => (Event, Due, Held) = (sequence, due, null);

    /// <summary>The sender stands still, and its clock with it.</summary>
    internal void Hold(TimeSpan left) => (Event, Due, Held) = (null, null, left);

    /// <summary>Lets go of a virtual machine that goes.</summary>
    internal void Forget(Key<VirtualMachine> vm)
    {
        From = From.VM == vm ? From with { VM = null } : From;
        To = To.VM == vm ? To with { VM = null } : To;
    }
}
