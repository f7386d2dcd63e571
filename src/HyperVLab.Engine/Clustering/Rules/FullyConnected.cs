using System.Numerics;

namespace HyperVLab.Engine.Clustering.Rules;

/// <summary>
/// Who stays together after a regroup: a membership is fully connected, so of nodes that do not all hear each other
/// those are pruned that leave the most votes (Vogels et al., "Scalability of the Microsoft Cluster Service", 1998;
/// which is preferred of several is ours).
/// </summary>
internal static class FullyConnected
{
    private const int MostNodes = 64;

    /// <summary>
    /// Divides nodes into sides in which everybody hears everybody: first the one with the most votes, of those the
    /// largest, of those the one with the lowest numbers; then the same of who is left.
    /// </summary>
    /// <param name="votes">The votes of each node.</param>
    /// <param name="hear">Whether two nodes, by index, hear each other: both ways.</param>
    public static IReadOnlyList<IReadOnlyList<int>> SidesOf(IReadOnlyList<int> votes, Func<int, int, bool> hear)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(votes.Count, MostNodes);
        ulong[] heard = Heard(votes.Count, hear);
        ulong left = votes.Count == MostNodes ? ulong.MaxValue : (1UL << votes.Count) - 1;
        List<IReadOnlyList<int>> sides = [];
        while (left != 0)
        {
            var search = new Search(votes, heard);
            search.Extend(0, left, 0);
            sides.Add(IndexesIn(search.Best));
            left &= ~search.Best;
        }

        return sides;
    }

    private static ulong[] Heard(int count, Func<int, int, bool> hear)
    {
        var heard = new ulong[count];
        for (int left = 0; left < count; left++)
        {
            for (int right = left + 1; right < count; right++)
            {
                if (hear(left, right))
                {
                    heard[left] |= 1UL << right;
                    heard[right] |= 1UL << left;
                }
            }
        }

        return heard;
    }

    private static List<int> IndexesIn(ulong nodes)
    {
        List<int> indexes = [];
        for (; nodes != 0; nodes &= nodes - 1)
        {
            indexes.Add(BitOperations.TrailingZeroCount(nodes));
        }

        return indexes;
    }

    // The lowest are tried first and only a better side replaces the best, so that of equals the lowest numbers win.
    private sealed class Search(IReadOnlyList<int> votes, ulong[] heard)
    {
        private int _most;

        public ulong Best { get; private set; }

        public void Extend(ulong side, ulong candidates, int weight)
        {
            if (weight > _most)
            {
                (Best, _most) = (side, weight);
            }

            while (candidates != 0 && weight + WeightOf(candidates) > _most)
            {
                int next = BitOperations.TrailingZeroCount(candidates);
                candidates &= candidates - 1;
                Extend(side | (1UL << next), candidates & heard[next], weight + WeightOf(1UL << next));
            }
        }

        // A vote outweighs any number of nodes without one.
        private int WeightOf(ulong nodes)
        {
            int weight = BitOperations.PopCount(nodes);
            for (; nodes != 0; nodes &= nodes - 1)
            {
                weight += votes[BitOperations.TrailingZeroCount(nodes)] * (MostNodes + 1);
            }

            return weight;
        }
    }
}
