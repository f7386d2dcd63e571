namespace HyperVLab.Engine.Compute.Integration;

/// <summary>The figures of integration services.</summary>
internal static class IntegrationSettings
{
    /// <summary>How long a guest installs integration services before it restarts (ours).</summary>
    public static readonly TimeSpan Setup = TimeSpan.FromSeconds(60);
}
