using System.Diagnostics;

namespace HyperVLab.Pester.Tests;

/// <summary>
/// Runs Pester files in installed PowerShells: two processes, each with its share of the files, because a start and
/// Pester's import cost more than most files.
/// </summary>
internal static class InstalledPwsh
{
    private const int ProcessCount = 2;
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(15);

    private static readonly Lazy<string?> s_unavailable = new(Probe);

    /// <summary>Why it cannot run any file; null where it can.</summary>
    public static string? Unavailable => s_unavailable.Value;

    /// <summary>Runs files.</summary>
    /// <param name="files">Their full paths.</param>
    /// <returns>The outcome of each file.</returns>
    public static IReadOnlyDictionary<string, PesterOutcome> Run(IReadOnlyList<string> files)
    {
        using var exchange = new PesterExchange();
        string[][] shares = [.. files.Select((file, index) => (File: file, Share: index % ProcessCount))
            .GroupBy(item => item.Share, item => item.File)
            .Select(share => share.ToArray())];
        string[] outputs = Task.WhenAll(shares.Select(share => Task.Run(() => RunList(exchange.WriteList(share)))))
            .GetAwaiter().GetResult();
        string all = string.Join('\n', outputs);
        return files.ToDictionary(file => file, file => exchange.OutcomeOf(file, all));
    }

    private static string RunList(string list) => Start("-File", PesterExchange.Script, "-List", list).Output;

    private static string? Probe()
    {
        const string Question =
            "if (-not (Get-Module Pester -ListAvailable | Where-Object { $_.Version.Major -ge 5 })) { exit 3 }; "
            + "if ($PSVersionTable.PSVersion -lt [version] '7.6') { exit 4 }";
        try
        {
            return Start("-Command", Question).ExitCode switch
            {
                0 => null,
                3 => "Pester 5 is not installed; Install-Module Pester brings it.",
                4 => "The pwsh that was found is older than 7.6.",
                int code => $"The pwsh that was found ends with {code}.",
            };
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "No pwsh was found; PowerShell 7.6 runs these files.";
        }
    }

    private static (int ExitCode, string Output) Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("pwsh", ["-NoProfile", "-NonInteractive", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Checkout.Root,
        };
        start.Environment["NO_COLOR"] = "1";
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(s_limit))
        {
            process.Kill(entireProcessTree: true);
        }

        process.WaitForExit();
        return (process.ExitCode, output.Result + errors.Result);
    }
}
