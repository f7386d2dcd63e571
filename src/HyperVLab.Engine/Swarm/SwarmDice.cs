using HyperVLab.Simulation;

namespace HyperVLab.Engine.Swarm;

/// <summary>Throws dice one after the other, as a seed decides.</summary>
/// <param name="seed">The seed.</param>
/// <param name="purpose">What they are thrown for: dice for another purpose fall otherwise.</param>
internal sealed class SwarmDice(long seed, string purpose)
{
    private readonly Draws _draws = new(seed);
    private long _thrown;

    /// <summary>A number from <paramref name="low"/> up to but without <paramref name="high"/>.</summary>
    public int Between(int low, int high) => (int)_draws.Between(low, high, purpose, 0, _thrown++);

    /// <summary>Whether something happens that does so many times in a hundred.</summary>
    public bool Chance(int percent) => Between(0, 100) < percent;

    /// <summary>One of several.</summary>
    public T One<T>(IReadOnlyList<T> from) => from[Between(0, from.Count)];

    /// <summary>Up to so many of several, each once, in the order in which they stand.</summary>
    public IReadOnlyList<T> Some<T>(IReadOnlyList<T> from, int most)
    {
        int wanted = Between(1, Math.Min(most, from.Count) + 1);
        List<T> chosen = [];
        for (int index = 0; index < from.Count && chosen.Count < wanted; index++)
        {
            // Each is taken with the chance that leaves enough for the rest.
            if (Between(0, from.Count - index) < wanted - chosen.Count)
            {
                chosen.Add(from[index]);
            }
        }

        return chosen;
    }
}
