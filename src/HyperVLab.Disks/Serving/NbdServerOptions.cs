namespace HyperVLab.Disks.Serving;

/// <summary>What a server allows.</summary>
public sealed record NbdServerOptions
{
    /// <summary>How long a client may take to agree with the server before it is left; 30 seconds.</summary>
    public TimeSpan HandshakeTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the end waits for requests that are under way before clients are left; 5 seconds.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How many clients are served at once, 16; one more is left at once. Each takes up to 3 MB of memory.
    /// </summary>
    public int MaximumClients { get; init; } = 16;
}
