namespace HyperVLab.Engine.Networking.Views;

/// <summary>A ping session in the order in which its echo requests were sent, one character each.</summary>
public sealed partial record PingTimelineView
{
    /// <summary>The target answered.</summary>
    public const char Answered = '!';

    /// <summary>Nothing came back in time.</summary>
    public const char TimedOut = '.';

    /// <summary>The pinging computer itself, or a router, said that the target cannot be reached.</summary>
    public const char Unreachable = 'U';

    /// <summary>What became of it is not known yet.</summary>
    public const char Pending = '?';

    /// <summary>The session's number.</summary>
    public required int Key { get; init; }

    /// <summary>The name of the computer that pings.</summary>
    public required string Source { get; init; }

    /// <summary>The name or address that was given.</summary>
    public required string Target { get; init; }

    /// <summary>The address that it has.</summary>
    public required string Address { get; init; }

    /// <summary>When the first echo request shown was sent, since the lab began.</summary>
    public required TimeSpan StartTime { get; init; }

    /// <summary>The time from one character to the next.</summary>
    public required TimeSpan Delay { get; init; }

    /// <summary>One character for each echo request.</summary>
    public required string Symbols { get; init; }

    /// <summary>How many were answered.</summary>
    public int Received => Symbols.Count(symbol => symbol == Answered);

    /// <summary>How many were not.</summary>
    public int Lost => Symbols.Count(symbol => symbol is TimedOut or Unreachable);

    internal static PingTimelineView Of(LabState lab, Ping ping, TimeSpan? from, TimeSpan? to)
    {
        long delay = ping.Plan.Delay.Ticks;
        int first = from is { } start && start > ping.StartTime
            ? (int)Math.Min(((start - ping.StartTime).Ticks + delay - 1) / delay, ping.Sent)
            : 0;
        int end = to is { } last && last < ping.StartTime + (ping.Sent * ping.Plan.Delay)
            ? (int)Math.Max(last < ping.StartTime ? 0 : ((last - ping.StartTime).Ticks / delay) + 1, first)
            : ping.Sent;
        char[] symbols = new char[end - first];
        Array.Fill(symbols, Pending);
        foreach (PingReply reply in lab.PingReplies)
        {
            int begin = Math.Max(reply.Sequence - 1, first);
            int stop = Math.Min(reply.Sequence - 1 + reply.Count, end);
            if (reply.Ping == ping.Key && stop > begin)
            {
                Array.Fill(symbols, SymbolOf(reply.Status), begin - first, stop - begin);
            }
        }

        return new PingTimelineView
        {
            Key = ping.Key.Number,
            Source = lab.NameOf(ping.Source),
            Target = ping.Plan.Target,
            Address = ping.Plan.Address,
            StartTime = ping.StartTime + (first * ping.Plan.Delay),
            Delay = ping.Plan.Delay,
            Symbols = new string(symbols),
        };
    }

    private static char SymbolOf(PingStatus status) => status switch
    {
        PingStatus.Success => Answered,
        PingStatus.TimedOut => TimedOut,
        _ => Unreachable,
    };
}
