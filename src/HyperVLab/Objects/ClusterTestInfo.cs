using HyperVLab.Engine.Clustering.Views;

namespace HyperVLab.Objects;

/// <summary>A validation test, as Test-LabCluster -List writes it.</summary>
public sealed class ClusterTestInfo
{
    internal ClusterTestInfo(ClusterValidationTestView view)
    {
        Category = view.Category;
        DisplayName = view.DisplayName;
    }

    /// <summary>The tests that it belongs to.</summary>
    public string Category { get; }

    /// <summary>Its name.</summary>
    public string DisplayName { get; }

    /// <inheritdoc/>
    public override string ToString() => DisplayName;
}
