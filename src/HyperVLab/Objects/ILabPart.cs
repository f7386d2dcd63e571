namespace HyperVLab.Objects;

/// <summary>A live object that is one of several which share a view: it is equal to the same part only.</summary>
internal interface ILabPart
{
    /// <summary>Which of them it is.</summary>
    object Part { get; }
}
