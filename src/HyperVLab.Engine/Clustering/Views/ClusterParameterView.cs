namespace HyperVLab.Engine.Clustering.Views;

/// <summary>A private property of a cluster object.</summary>
/// <param name="Object">The object's name.</param>
/// <param name="ResourceKey">The resource's number.</param>
/// <param name="Name">The parameter's name.</param>
/// <param name="Value">Its value as text.</param>
/// <param name="ParameterType">Its type, by the name that the real module uses.</param>
/// <param name="IsReadOnly">Whether it cannot be set.</param>
public sealed record ClusterParameterView(
    string Object, int ResourceKey, string Name, string Value, string ParameterType, bool IsReadOnly);
