namespace HyperVLab.Engine.Compute.Load;

/// <summary>Something that traffic shares: a direction of a link, or a processor.</summary>
/// <param name="name">What it is called.</param>
/// <param name="owner">The host or virtual machine of a processor; null for a link.</param>
/// <param name="isGuest">Whether it is a virtual machine's.</param>
/// <param name="processor">The processor's number.</param>
internal sealed class LoadResource(string name, string? owner, bool isGuest, int processor)
{
    /// <summary>What it is called.</summary>
    public string Name { get; } = name;

    /// <summary>The host or virtual machine of a processor; null for a link.</summary>
    public string? Owner { get; } = owner;

    /// <summary>Whether it is a virtual machine's.</summary>
    public bool IsGuest { get; } = isGuest;

    /// <summary>The processor's number.</summary>
    public int Processor { get; } = processor;

    /// <summary>Whether it is a link by which a host sends: where it is full, minimum bandwidths count.</summary>
    public bool IsSending { get; init; }

    /// <summary>Whether frames wait before it; nothing waits where TCP itself sends no faster.</summary>
    public bool HasBuffer { get; init; } = true;

    /// <summary>How much of it is used, from 0 to 1.</summary>
    public double Used { get; set; }

    /// <summary>How much of that was used before anything was shared.</summary>
    public double Taken { get; set; }

    /// <summary>By how much its use grows while all traffic that is not settled grows by its weight.</summary>
    public double Growth { get; set; }
}
