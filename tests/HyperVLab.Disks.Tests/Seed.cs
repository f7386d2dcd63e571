using System.Globalization;

namespace HyperVLab.Disks.Tests;

/// <summary>The seed of random tests: HYPERVLAB_SEED if it is set, otherwise the same every time.</summary>
internal static class Seed
{
    public const string Variable = "HYPERVLAB_SEED";

    public static int Value { get; } = int.TryParse(
        Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out var seed) ? seed : 20160229;

    /// <summary>Runs a random test many times; a failure names the seed of the run that failed.</summary>
    public static void Run(int times, Action<Random> test)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"{Variable}={Value}");
        for (var i = 0; i < times; i++)
        {
            try
            {
                test(new Random(Value + i));
            }
            catch (Exception error)
            {
                throw new InvalidOperationException($"Failed with {Variable}={Value + i}: {error.Message}", error);
            }
        }
    }
}
