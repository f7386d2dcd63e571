namespace HyperVLab.Engine.Management.Consolidation;

/// <summary>
/// One figure for the size of what has several dimensions: each is weighted by how much of what all bins take is
/// needed. What varies counts by what it needs in all but the hours in which a bin may be too full, and half, for busy
/// hours seldom meet.
/// </summary>
internal sealed class PackSizes
{
    // A bin's room in a dimension, in these parts.
    private const long Whole = 1_000_000;
    private readonly BinShape _shape;
    private readonly long[] _fixedWeights;
    private readonly long[] _varyingWeights;

    /// <summary>Weighs the dimensions.</summary>
    public PackSizes(IReadOnlyList<PackItem> items, BinShape shape, int bins)
    {
        _shape = shape;
        _fixedWeights = [.. shape.Fixed.Select((room, dimension) =>
            items.Sum(item => item.Fixed[dimension]) * 1000 / (room * bins))];
        _varyingWeights = [.. shape.Varying.Select((room, dimension) =>
            items.Sum(item => item.Levels[dimension]) * 1000 / (room * bins) / 2)];
    }

    /// <summary>The size of an item: all dimensions together, or the largest of them.</summary>
    public long Of(PackItem item, bool byLargest)
    {
        long sum = 0;
        long largest = 0;
        for (int dimension = 0; dimension < _fixedWeights.Length; dimension++)
        {
            long part = item.Fixed[dimension] * Whole / _shape.Fixed[dimension] * _fixedWeights[dimension];
            (sum, largest) = (sum + part, Math.Max(largest, part));
        }

        for (int dimension = 0; dimension < _varyingWeights.Length; dimension++)
        {
            long part = item.Levels[dimension] * Whole / _shape.Varying[dimension] * _varyingWeights[dimension];
            (sum, largest) = (sum + part, Math.Max(largest, part));
        }

        return byLargest ? largest : sum;
    }

    /// <summary>What is free in a bin.</summary>
    public long Free(Bin bin)
    {
        long free = 0;
        for (int dimension = 0; dimension < _fixedWeights.Length; dimension++)
        {
            long room = _shape.Fixed[dimension];
            free += (room - bin.Fixed[dimension]) * Whole / room * _fixedWeights[dimension];
        }

        for (int dimension = 0; dimension < _varyingWeights.Length; dimension++)
        {
            long room = _shape.Varying[dimension];
            free += (room - bin.Levels[dimension]) * Whole / room * _varyingWeights[dimension];
        }

        return free;
    }

    /// <summary>How full a bin is with one more item in the dimension in which it is fullest.</summary>
    public long FilledWith(Bin bin, PackItem item)
    {
        long fullest = 0;
        for (int dimension = 0; dimension < _fixedWeights.Length; dimension++)
        {
            long needed = bin.Fixed[dimension] + item.Fixed[dimension];
            fullest = Math.Max(fullest, needed * Whole / _shape.Fixed[dimension]);
        }

        for (int dimension = 0; dimension < _varyingWeights.Length; dimension++)
        {
            long needed = bin.Levels[dimension] + item.Levels[dimension];
            fullest = Math.Max(fullest, needed * Whole / _shape.Varying[dimension]);
        }

        return fullest;
    }
}
