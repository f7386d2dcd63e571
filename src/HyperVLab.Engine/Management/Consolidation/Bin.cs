namespace HyperVLab.Engine.Management.Consolidation;

/// <summary>A bin while it is packed: what is in it, and what that needs together.</summary>
internal sealed class Bin
{
    private readonly BinShape _shape;
    private readonly long[] _fixed;
    private readonly long[][] _varying;
    private readonly long[] _highest;
    private readonly long[] _levels;
    private readonly List<PackItem> _items = [];
    private bool _areLevelsKnown;

    /// <summary>An empty bin.</summary>
    public Bin(BinShape shape, int hours)
    {
        _shape = shape;
        _fixed = new long[shape.Fixed.Count];
        _varying = [.. shape.Varying.Select(_ => new long[hours])];
        _highest = new long[shape.Varying.Count];
        _levels = new long[shape.Varying.Count];
    }

    /// <summary>What is in it.</summary>
    public IReadOnlyList<PackItem> Items => _items;

    /// <summary>What its items need all the time, for each fixed dimension.</summary>
    public IReadOnlyList<long> Fixed => _fixed;

    /// <summary>What its items need together hour by hour, for each varying dimension.</summary>
    public IReadOnlyList<long[]> Varying => _varying;

    /// <summary>What they need in all but the hours in which it may be too full, for each varying dimension.</summary>
    public IReadOnlyList<long> Levels
    {
        get
        {
            if (!_areLevelsKnown)
            {
                for (int dimension = 0; dimension < _levels.Length; dimension++)
                {
                    _levels[dimension] = Percentile.Above(_varying[dimension], _shape.HoursAbove);
                }

                _areLevelsKnown = true;
            }

            return _levels;
        }
    }

    /// <summary>Whether it takes one more item.</summary>
    public bool Takes(PackItem item)
    {
        if (_items.Count == _shape.MaxItems)
        {
            return false;
        }

        for (int dimension = 0; dimension < _fixed.Length; dimension++)
        {
            if (_fixed[dimension] + item.Fixed[dimension] > _shape.Fixed[dimension])
            {
                return false;
            }
        }

        return !IsSeparated(item) && TakesByTheHour(item);
    }

    /// <summary>Puts an item in.</summary>
    public void Add(PackItem item)
    {
        _items.Add(item);
        Change(item, 1);
    }

    /// <summary>Takes an item out.</summary>
    public void Remove(PackItem item)
    {
        _items.Remove(item);
        Change(item, -1);
    }

    private bool IsSeparated(PackItem item)
    {
        if (item.Separation != 0)
        {
            foreach (PackItem other in _items)
            {
                if (other.Separation == item.Separation)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool TakesByTheHour(PackItem item)
    {
        for (int dimension = 0; dimension < _varying.Length; dimension++)
        {
            long room = _shape.Varying[dimension];
            if (_highest[dimension] + item.Highest[dimension] <= room)
            {
                continue;
            }

            long[] sums = _varying[dimension];
            long[] more = item.Varying[dimension];
            int above = 0;
            for (int hour = 0; hour < sums.Length; hour++)
            {
                if (sums[hour] + more[hour] > room && ++above > _shape.HoursAbove)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private void Change(PackItem item, int sign)
    {
        _areLevelsKnown = false;
        for (int dimension = 0; dimension < _fixed.Length; dimension++)
        {
            _fixed[dimension] += sign * item.Fixed[dimension];
        }

        for (int dimension = 0; dimension < _varying.Length; dimension++)
        {
            long[] sums = _varying[dimension];
            long[] more = item.Varying[dimension];
            long highest = 0;
            for (int hour = 0; hour < sums.Length; hour++)
            {
                sums[hour] += sign * more[hour];
                highest = Math.Max(highest, sums[hour]);
            }

            _highest[dimension] = highest;
        }
    }
}
