namespace HyperVLab.Engine.Compute.Load;

/// <summary>The way of traffic while its rate is found.</summary>
/// <param name="shares">What it takes of everything shared on its way.</param>
/// <param name="limit">How much is offered at most.</param>
internal sealed class LoadPath(IReadOnlyList<LoadShare> shares, double limit)
{
    /// <summary>What it takes of everything shared on its way; none where no way leads there.</summary>
    public IReadOnlyList<LoadShare> Shares { get; } = shares;

    /// <summary>How much is offered at most.</summary>
    public double Limit { get; } = limit;

    /// <summary>How much gets through.</summary>
    public double Rate { get; set; }

    /// <summary>Whether nothing more gets through.</summary>
    public bool IsSettled { get; set; }

    /// <summary>What holds it back; null where nothing does.</summary>
    public LoadResource? Bottleneck { get; set; }

    /// <summary>What its sender's port asks for where its host's links are full.</summary>
    public LoadMinimum Minimum { get; set; } = LoadMinimum.None;

    /// <summary>Whether that counts: a link of its host is full.</summary>
    public bool UsesMinimum { get; set; }

    /// <summary>How much of it is lost on the way by faults, from 0 to 1.</summary>
    public double Loss { get; init; }

    /// <summary>By how much it is late by faults.</summary>
    public TimeSpan Delay { get; init; }
}
