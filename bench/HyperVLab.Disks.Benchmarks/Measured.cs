using System.Diagnostics;
using System.Globalization;

namespace HyperVLab.Disks.Benchmarks;

/// <summary>
/// One job in this process: how long it took after the start, how long when all code was compiled and warm, and the
/// most memory the process had.
/// </summary>
internal static class Measured
{
    private const int Repeats = 5;

    public static void Run(Func<string> job, Action? again, TextWriter output)
    {
        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var answer = job();
        var seconds = watch.Elapsed.TotalSeconds;
        var processor = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        var warm = new List<double>();
        for (var i = 0; i < Repeats && again is not null; i++)
        {
            watch.Restart();
            again();
            warm.Add(watch.Elapsed.TotalSeconds);
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, 
            $"seconds={seconds:F4} processor={processor:F4} warm={warm.DefaultIfEmpty().Min():F4} "
            + $"memoryMB={PeakBytes() / 1e6:F1} answer={answer}"));
    }

    // VmHWM, "high water mark", of proc_pid_status(5), in KiB.
    private static long PeakBytes()
    {
        const string Status = "/proc/self/status";
        var line = File.Exists(Status)
            ? Array.Find(File.ReadAllLines(Status), text => text.StartsWith("VmHWM:", StringComparison.Ordinal))
            : null;
        var number = line?.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        return number is null
            ? Process.GetCurrentProcess().PeakWorkingSet64
            : long.Parse(number, CultureInfo.InvariantCulture) * 1024;
    }
}
