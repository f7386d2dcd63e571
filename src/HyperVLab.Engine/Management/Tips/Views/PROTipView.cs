namespace HyperVLab.Engine.Management;

/// <summary>What is recommended to do about a host that stays hot.</summary>
public sealed record PROTipView
{
    /// <summary>Its number.</summary>
    public required int Key { get; init; }

    /// <summary>Its identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>The number of the host.</summary>
    public required int HostKey { get; init; }

    /// <summary>The host that is hot.</summary>
    public required string VMHost { get; init; }

    /// <summary>Its cluster.</summary>
    public required string VMHostCluster { get; init; }

    /// <summary>What became of it.</summary>
    public required PROTipStatus Status { get; init; }

    /// <summary>The moves that were worth it then, each with its reason.</summary>
    public required IReadOnlyList<string> Explanation { get; init; }

    /// <summary>When it was made, since the lab began.</summary>
    public required TimeSpan MadeAt { get; init; }

    internal static PROTipView Of(LabState lab, PROTip tip) => new()
    {
        Key = tip.Key.Number,
        Id = tip.Id,
        HostKey = tip.Host.Number,
        VMHost = lab.NameOf(tip.Host),
        VMHostCluster = lab.NameOf(tip.Cluster),
        Status = tip.StatusIn(lab),
        Explanation = tip.Explanation,
        MadeAt = tip.MadeAt,
    };
}
