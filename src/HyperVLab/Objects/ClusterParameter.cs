using HyperVLab.Engine.Clustering.Views;

namespace HyperVLab.Objects;

/// <summary>A private property of a cluster resource, as Get-LabClusterParameter writes it.</summary>
public sealed class ClusterParameter
{
    internal ClusterParameter(ClusterResource resource, ClusterParameterView view)
    {
        ClusterObject = resource;
        Name = view.Name;
        Value = view.Value;
        ParameterType = view.ParameterType;
        IsReadOnly = view.IsReadOnly;
    }

    /// <summary>The resource.</summary>
    public ClusterResource ClusterObject { get; }

    /// <summary>The parameter's name.</summary>
    public string Name { get; }

    /// <summary>Its value.</summary>
    public string Value { get; }

    /// <summary>Its type.</summary>
    public string ParameterType { get; }

    /// <summary>Whether it cannot be set.</summary>
    public bool IsReadOnly { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
