using System.Globalization;

namespace HyperVLab.Fuzz;

/// <summary>What the command line asks for.</summary>
internal sealed record FuzzOptions
{
    public const string Usage = """
        Usage: HyperVLab.Fuzz [--target NAME]... [--seconds N] [--seed N] [--corpus FOLDER] [--findings FOLDER]
                              [--timeout SECONDS] [--stop-after FINDINGS]
               HyperVLab.Fuzz --replay FILE
        Changes good files at random and reads, checks, changes and repairs what comes of it. A crash, a case above
        the timeout or above 64 MB of memory is a finding: its file is kept and can be replayed.
        """;

    /// <summary>The targets to run; all if none is named.</summary>
    public List<string> Targets { get; init; } = [];

    /// <summary>How long to run, all targets together, in seconds.</summary>
    public int Seconds { get; private set; } = 60;

    /// <summary>Where the random numbers start.</summary>
    public int Seed { get; private set; } = 20160229;

    /// <summary>A folder of more files to start from, with its subfolders; null for none.</summary>
    public string? CorpusPath { get; private set; }

    /// <summary>Where files of findings are kept.</summary>
    public string FindingsPath { get; private set; } = Path.Combine("artifacts", "fuzz");

    /// <summary>How long one case may take, in seconds.</summary>
    public int TimeoutSeconds { get; private set; } = 10;

    /// <summary>After how many findings a run ends.</summary>
    public int StopAfter { get; private set; } = 10;

    /// <summary>The one file to run instead.</summary>
    public string? ReplayPath { get; private set; }

    /// <summary>Reads a command line.</summary>
    /// <returns>Null if it cannot be understood.</returns>
    public static FuzzOptions? Parse(string[] args)
    {
        var options = new FuzzOptions();
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length || !options.Take(args[i], args[i + 1]))
            {
                return null;
            }
        }

        return options;
    }

    /// <summary>Whether a target is to run. A replayed file names its target.</summary>
    public bool Includes(string target) => ReplayPath is null
        ? Targets.Count == 0 || Targets.Contains(target)
        : Targets.Contains(target) || (Targets.Count == 0 && IsOf(Path.GetFileName(ReplayPath), target));

    // "vhd-12-34.bin" is of the target vhd, "vhd-chain-12-34.bin" is not.
    private static bool IsOf(string file, string target) => file.StartsWith(target + "-", StringComparison.Ordinal)
        && file.Length > target.Length + 1 && char.IsAsciiDigit(file[target.Length + 1]);

    private bool Take(string name, string value)
    {
        var number = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : -1;
        switch (name)
        {
            case "--target":
                Targets.Add(value);
                return true;
            case "--corpus":
                CorpusPath = value;
                return true;
            case "--findings":
                FindingsPath = value;
                return true;
            case "--replay":
                ReplayPath = value;
                return true;
            case "--seconds":
                Seconds = number;
                return number > 0;
            case "--seed":
                Seed = number;
                return number >= 0;
            case "--timeout":
                TimeoutSeconds = number;
                return number > 0;
            case "--stop-after":
                StopAfter = number;
                return number > 0;
            default:
                return false;
        }
    }
}
