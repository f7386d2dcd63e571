using System.Globalization;
using HyperVLab.Engine.Swarm;

namespace HyperVLab.Swarm;

/// <summary>What the command was asked to do.</summary>
internal sealed record SwarmArguments
{
    /// <summary>How the command is used.</summary>
    public const string Usage = """
        usage: HyperVLab.Swarm --seeds <first>..<last> [--shard <n>/<of>] [--threads <n>] [--verify] [--no-shrink]
                               [--out <file>]
               HyperVLab.Swarm --schedule <file> [--log]
               HyperVLab.Swarm --merge <file> <file>... [--out <file>]

          --seeds      plays these seeds, each a fabric with a schedule of faults and admin actions
          --shard      only the seeds of one of several shards, whose reports --merge adds up
          --threads    how many are played at once; one for each processor where it is not said
          --verify     plays each seed twice and compares the hashes
          --no-shrink  leaves schedules that show a violation as they were drawn
          --out        writes the report, with every violation's schedule, as JSON
          --schedule   plays the schedules of such a file, or the one that somebody wrote
          --log        prints what the lab's log says of it

        It exits with 0 where nothing was violated, with 1 where something was, with 2 for a wrong command line.
        """;

    /// <summary>The first seed and the last.</summary>
    public (long First, long Last)? Seeds { get; init; }

    /// <summary>The shard, and how many there are.</summary>
    public (long Number, long Of) Shard { get; init; } = (1, 1);

    /// <summary>How many seeds are played at once.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>How they are played.</summary>
    public SwarmOptions Options { get; init; } = new();

    /// <summary>Where the report goes.</summary>
    public string? Out { get; init; }

    /// <summary>A schedule to be played.</summary>
    public string? Schedule { get; init; }

    /// <summary>Whether what the lab's log says of the schedule is printed.</summary>
    public bool ShowsLog { get; init; }

    /// <summary>Reports to be added up.</summary>
    public IReadOnlyList<string> Merge { get; init; } = [];

    /// <summary>Reads the command line.</summary>
    /// <returns>What was asked; null where it cannot be understood.</returns>
    public static SwarmArguments? Read(IReadOnlyList<string> arguments)
    {
        var read = new SwarmArguments();
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out string? option))
        {
            string value = option is "--verify" or "--no-shrink" or "--log" ? string.Empty
                : rest.TryDequeue(out string? given) ? given : "?";
            SwarmArguments? next = option == "--merge"
                ? read with { Merge = [value, .. Files(rest)] }
                : read.With(option, value);
            if (next is null)
            {
                return null;
            }

            read = next;
        }

        int tasks = (read.Seeds is null ? 0 : 1) + (read.Schedule is null ? 0 : 1) + (read.Merge.Count == 0 ? 0 : 1);
        return tasks == 1 ? read : null;
    }

    private static IEnumerable<string> Files(Queue<string> rest)
    {
        while (rest.TryPeek(out string? next) && !next.StartsWith("--", StringComparison.Ordinal))
        {
            yield return rest.Dequeue();
        }
    }

    private SwarmArguments? With(string option, string value) => option switch
    {
        "--seeds" => this with { Seeds = SwarmFile.ReadRange(value) },
        "--shard" => this with { Shard = SwarmFile.ReadShard(value) },
        "--threads" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int threads)
            && threads > 0 => this with { Threads = threads },
        "--verify" => this with { Options = Options with { Verify = true } },
        "--no-shrink" => this with { Options = Options with { KeepsSchedules = true } },
        "--log" => this with { ShowsLog = true },
        "--out" => this with { Out = value },
        "--schedule" => this with { Schedule = value },
        _ => null,
    };
}
