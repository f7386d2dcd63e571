namespace HyperVLab.Engine.Networking;

/// <summary>
/// The ping sessions without end. What they do is no event: it is caught up with before time moves past it, each step
/// at its moment and at its place among the events. Where nothing but time changes, most steps are not even taken: what
/// the one before did is counted again. Made of the tables, and no part of the state.
/// </summary>
internal sealed class SteadyPings
{
    private readonly PriorityQueue<Step, Turn> _order = new();
    private readonly HashSet<Ping> _heard = [];
    private bool _isFilled;
    private int _sessions;

    /// <summary>Whether each step is taken by itself, as tests want it who compare.</summary>
    public bool TakesEach { get; set; }

    /// <summary>When the next step is due; null when none is.</summary>
    public TimeSpan? NextDue(LabState lab) => IsWaiting(lab, out Turn next) ? next.Due : null;

    /// <summary>A session's next echo request takes its place, after all events that wait for its moment now.</summary>
    public void Await(LabState lab, Ping ping)
    {
        Fill(lab);
        ping.PlaceNext(lab.Scheduler.Queue.TakePlaces());
        Enter(ping);
    }

    /// <summary>An echo request waits until a moment, after all events that wait for it now.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="ping">Its session.</param>
    /// <param name="request">The echo request.</param>
    /// <param name="due">Until when.</param>
    /// <param name="becomes">What has become of it then; null where it is to be tried again.</param>
    public void Await(LabState lab, Ping ping, EchoRequest request, TimeSpan due, PingStatus? becomes)
    {
        Fill(lab);
        (TimeSpan, TimeSpan) wait = (lab.Now, due);
        long place = lab.Scheduler.Queue.TakePlaces();
        Enter(ping, lab.AwaitedEchoes.Add(key => new AwaitedEcho(key, ping.Key, request, becomes, wait, place)));
    }

    /// <summary>Takes all steps up to a moment that come before the next event.</summary>
    public void CatchUp(LabState lab, TimeSpan until)
    {
        (TimeSpan Due, long Sequence) limit = lab.Scheduler.Queue.Next ?? (TimeSpan.MaxValue, 0);
        FrameTrail trail = lab.Frames.Trail;
        _heard.Clear();
        while (IsWaiting(lab, out Turn next) && next.Due <= until
            && (next.Due, _order.Peek().Place).CompareTo(limit) < 0)
        {
            Step step = Dequeue();
            lab.Scheduler.AdvanceTo(next.Due);
            trail.Begin();
            if (step.Awaited is { } awaited)
            {
                lab.AwaitedEchoes.Remove(awaited.Key);
                Pings.GoOn(lab, step.Ping, awaited.Request, awaited.Becomes);
            }
            else
            {
                PingOutcome outcome = Pings.SendNext(lab, step.Ping);
                _heard.Add(step.Ping);
                if (_heard.Count == _sessions && !trail.IsOnce && !TakesEach)
                {
                    Repeat(lab, step.Ping, outcome, until);
                }
            }

            // What somebody learned may send others' echo requests another way: each session is heard anew.
            if (trail.HasNews)
            {
                _heard.Clear();
            }
        }

        trail.End();
    }

    // The last two before the moment are sent, so that all that looks at when something was last seen finds it so.
    private static void Repeat(LabState lab, Ping ping, PingOutcome outcome, TimeSpan until)
    {
        TimeSpan most = lab.Now + NetworkSettings.LongestRepetition - (2 * ping.Plan.Delay);
        TimeSpan end = outcome.SteadyUntil < most ? outcome.SteadyUntil : most;
        long count = Math.Min(Before(ping, end), Before(ping, until) - 2);
        if (count > 0 && outcome.Late + NetworkSettings.MaxRoundtrip <= ping.Plan.Timeout
            && !lab.AwaitedEchoes.Any(awaited => awaited.Ping == ping.Key))
        {
            Pings.Repeat(lab, ping, (int)count);
            ping.PlaceNext(lab.Scheduler.Queue.TakePlaces(count));
            lab.Frames.Trail.Repeat(count);
        }
    }

    // How many are sent before a moment.
    private static long Before(Ping ping, TimeSpan moment) => moment <= ping.NextDue
        ? 0
        : ((moment - ping.NextDue).Ticks - 1) / ping.Plan.Delay.Ticks + 1;

    private bool IsWaiting(LabState lab, out Turn next)
    {
        Fill(lab);
        while (_order.TryPeek(out Step step, out next))
        {
            if (!step.Ping.HasEnded && (step.Awaited is not null || step.Ping.NextDue == next.Due))
            {
                return true;
            }

            Dequeue();
            if (!step.Ping.HasEnded)
            {
                Enter(step.Ping);
            }
        }

        return false;
    }

    private void Fill(LabState lab)
    {
        if (_isFilled)
        {
            return;
        }

        _isFilled = true;
        foreach (Ping ping in lab.Pings.Where(static ping => ping.NextPlace is not null))
        {
            Enter(ping);
        }

        foreach (AwaitedEcho awaited in lab.AwaitedEchoes)
        {
            Enter(lab.Pings[awaited.Ping], awaited);
        }
    }

    private void Enter(Ping ping)
    {
        TimeSpan since = ping.Sent == 0 ? ping.StartTime : ping.SentAt(ping.Sent);
        _order.Enqueue(new Step(ping, null), new Turn(ping.NextDue, since, ping.Key.Number, 0));
        _sessions++;
    }

    private void Enter(Ping ping, AwaitedEcho awaited) =>
        _order.Enqueue(
            new Step(ping, awaited), new Turn(awaited.Due, awaited.Since, ping.Key.Number, awaited.Key.Number));

    private Step Dequeue()
    {
        Step step = _order.Dequeue();
        _sessions -= step.Awaited is null ? 1 : 0;
        return step;
    }

    private readonly record struct Step(Ping Ping, AwaitedEcho? Awaited)
    {
        public long Place => Awaited?.Place ?? Ping.NextPlace!.Value;
    }

    // Of steps at one time that comes first which was to come for longer, then that of the session that began first:
    // none of it depends on how many were only counted.
    private readonly record struct Turn(TimeSpan Due, TimeSpan Since, int Ping, int Echo) : IComparable<Turn>
    {
        public int CompareTo(Turn other) =>
            (Due, Since, Ping, Echo).CompareTo((other.Due, other.Since, other.Ping, other.Echo));
    }
}
