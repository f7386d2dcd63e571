using System.Diagnostics;

namespace HyperVLab.Disks.Benchmarks;

/// <summary>Other processes.</summary>
internal static class Child
{
    /// <summary>
    /// Runs a program to its end; its seconds by the clock and of processors, and what it wrote. It must end well.
    /// </summary>
    public static (double Seconds, double ProcessorSeconds, string Output) Run(
        string? input, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        var before = ChildTimes.Seconds();
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        if (input is not null)
        {
            using var file = File.OpenRead(input);
            file.CopyTo(process.StandardInput.BaseStream);
        }

        process.StandardInput.Close();
        process.WaitForExit();
        var seconds = watch.Elapsed.TotalSeconds;
        return process.ExitCode == 0
            ? (seconds, ChildTimes.Seconds() - before, output.Result)
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {process.ExitCode}.");
    }

    public static void Check(string program, params string[] arguments) => Run(null, program, arguments);
}
