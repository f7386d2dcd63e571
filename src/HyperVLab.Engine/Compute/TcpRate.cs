using HyperVLab.Engine.Networking;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// How fast a connection of TCP is on which frames are lost or late: the equation of RFC 5348 (3.1), which says for
/// small losses what Mathis and others found in 1997 and counts time-outs too, no more than one for each loss as RFC
/// 3819 (8.5) has it, and at most a window each round trip.
/// </summary>
internal static class TcpRate
{
    // Square roots are the same on every system; no other function here is not.

    /// <summary>The rate, in bytes a second.</summary>
    /// <param name="lossPercent">How many of a hundred frames are lost.</param>
    /// <param name="roundtrip">The time to the other end and back.</param>
    public static long Of(int lossPercent, TimeSpan roundtrip)
    {
        double windowed = TcpSettings.WindowBytes / roundtrip.TotalSeconds;
        if (lossPercent == 0)
        {
            return Math.Max(1, (long)windowed);
        }

        double loss = lossPercent / 100.0;
        double trip = roundtrip.TotalSeconds;
        double timeout = TimeoutOf(roundtrip).TotalSeconds;
        double perSegment = (trip * Math.Sqrt(2 * loss / 3))
            + (timeout * Math.Min(1, 3 * Math.Sqrt(3 * loss / 8)) * loss * (1 + (32 * loss * loss)));
        return Math.Max(1, (long)Math.Min(windowed, TcpSettings.SegmentBytes / perSegment));
    }
    /// <summary>How long an answer is waited for before a segment is sent again.</summary>
    public static TimeSpan TimeoutOf(TimeSpan roundtrip) =>
        TimeSpan.FromTicks(Math.Max(TcpSettings.RetransmissionTimeout.Ticks, 4 * roundtrip.Ticks));
}
