namespace HyperVLab.Engine.Clustering.Views;

/// <summary>The view of something that belongs to a cluster.</summary>
public interface IClusterPart
{
    /// <summary>Its number.</summary>
    int Key { get; }

    /// <summary>The number of its cluster.</summary>
    int ClusterKey { get; }
}
