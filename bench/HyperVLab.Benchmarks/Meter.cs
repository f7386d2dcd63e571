using System.Security.Cryptography;

namespace HyperVLab.Benchmarks;

/// <summary>
/// Times work by the processor's time and not by the clock, so that others at work on the machine count less, and the
/// floor that figures stand beside: what any lab with a journal must do for one input, a digest of 256 bytes and a line
/// in a list.
/// </summary>
internal static class Meter
{
    /// <summary>How long the processor worked, in seconds.</summary>
    public static double Seconds(Action work)
    {
        TimeSpan begun = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - begun).TotalSeconds;
    }

    /// <summary>The median of several times.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    /// <summary>How many floors a second.</summary>
    public static double Floor()
    {
        const int Count = 400_000;
        byte[] input = new byte[256];
        var lines = new List<byte[]>();
        return Count / Seconds(() =>
        {
            for (int number = 0; number < Count; number++)
            {
                byte[] digest = SHA256.HashData(input);
                digest.CopyTo(input, 0);
                lines.Add(digest);
            }
        });
    }
}
