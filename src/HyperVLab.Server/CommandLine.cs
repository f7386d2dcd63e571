using HyperVLab.Engine.Requests;

namespace HyperVLab.Server;

/// <summary>What the program was asked to do on its command line.</summary>
public static class CommandLine
{
    private const string Usage = """
        usage: HyperVLab.Server replay <journal.json>

          replay   replays a journal that Export-LabJournal wrote, prints each step as the PowerShell that made it,
                   and exits with 1 when the journal hash at the end is not the one that the file names
        """;

    /// <summary>Does it.</summary>
    /// <param name="arguments">The command and its arguments.</param>
    /// <param name="output">Where results go.</param>
    /// <param name="errors">Where complaints go.</param>
    /// <returns>
    /// 0 when all is well, 1 when the journal does not give its hash or cannot be read, 2 for a wrong command line.
    /// </returns>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        if (arguments is not ["replay", { } path])
        {
            errors.WriteLine(Usage);
            return 2;
        }

        try
        {
            return new JournalReplay(output).Run(path) ? 0 : 1;
        }
        catch (Exception refusal) when (refusal is LabException or IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"{path}: {refusal.Message}");
            return 1;
        }
    }
}
