using HyperVLab.Engine.Swarm;

namespace HyperVLab.Swarm;

/// <summary>
/// Plays seeds on several threads. What comes out does not depend on how many these are, for a seed knows no other.
/// </summary>
internal sealed class SwarmDriver
{
    private readonly Lock _lock = new();
    private readonly SwarmPlayer _player;
    private readonly IEnumerator<long> _seeds;
    private readonly SwarmOptions _options;

    /// <summary>Prepares to play.</summary>
    /// <param name="player">Who plays.</param>
    /// <param name="seeds">The seeds.</param>
    /// <param name="options">How they are played.</param>
    public SwarmDriver(SwarmPlayer player, IEnumerable<long> seeds, SwarmOptions options)
    {
        _player = player;
        _seeds = seeds.GetEnumerator();
        _options = options;
    }

    /// <summary>What came out, once all have stopped.</summary>
    public SwarmReport Report { get; } = new();

    /// <summary>How many seeds were played so far.</summary>
    public long Played
    {
        get
        {
            lock (_lock)
            {
                return Report.Seeds;
            }
        }
    }

    /// <summary>Plays until all seeds are done, or somebody asks to stop; what is begun is finished.</summary>
    /// <param name="threads">How many threads play at once.</param>
    /// <param name="progress">
    /// Is called with the report after each seed, by the thread that played it, one at a time; null for nobody.
    /// </param>
    /// <param name="stop">Asks to stop.</param>
    /// <exception cref="AggregateException">A thread failed: a defect of the swarm itself.</exception>
    public void Run(int threads, Action<SwarmReport>? progress, CancellationToken stop) =>
        Task.WaitAll([.. Enumerable.Range(0, threads).Select(_ => Task.Factory.StartNew(
            () => Work(progress, stop), CancellationToken.None, TaskCreationOptions.LongRunning,
            TaskScheduler.Default))], CancellationToken.None);

    /// <summary>Of many seeds those that fall to one shard: each seed to exactly one.</summary>
    /// <param name="seeds">All of them.</param>
    /// <param name="shard">The shard, from 1.</param>
    /// <param name="of">How many shards there are.</param>
    public static IEnumerable<long> Shard(IEnumerable<long> seeds, long shard, long of) =>
        seeds.Where(seed => (((seed % of) + of) % of) + 1 == shard);

    private void Work(Action<SwarmReport>? progress, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && Next() is { } seed)
        {
            SwarmReport one = _player.Play(seed, _options);
            lock (_lock)
            {
                Report.Add(one);
                progress?.Invoke(Report);
            }
        }
    }

    private long? Next()
    {
        lock (_lock)
        {
            return _seeds.MoveNext() ? _seeds.Current : null;
        }
    }
}
