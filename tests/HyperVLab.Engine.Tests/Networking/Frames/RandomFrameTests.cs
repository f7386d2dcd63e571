using System.Globalization;

namespace HyperVLab.Engine.Tests.Networking.Frames;

public sealed class RandomFrameTests
{
    private const string Variable = "HYPERVLAB_SEED";
    private const string RoundsVariable = "HYPERVLAB_ROUNDS";

    private static readonly int s_seed = Number(Variable, 20080204);

    [Fact]
    public void FramesInRandomNetworksGoWhereASlowReferenceSaysAndNeverToAWrongVlan()
    {
        int rounds = Environment.GetEnvironmentVariable(Variable) is null ? Number(RoundsVariable, 40) : 1;
        int delivered = 0;
        for (int round = 0; round < rounds; round++)
        {
            using var network = new RandomNetwork(s_seed + round);
            for (int step = 0; step < 150; step++)
            {
                try
                {
                    network.Step();
                }
                catch (Exception error)
                {
                    throw new InvalidOperationException(
                        $"{Variable}={s_seed + round}, step {step}: {error.Message}", error);
                }
            }

            network.CompareWithAnew();
            delivered += network.Delivered;
        }

        Assert.True(delivered > rounds * 20, $"Only {delivered} frames went to somebody.");
    }

    private static int Number(string variable, int usual) => int.TryParse(
        Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out int given) ? given : usual;
}
