namespace HyperVLab.Engine;

/// <summary>
/// A question that a view alone does not answer, as data. Asking is pure: it is not journalled, draws nothing and
/// stores nothing.
/// </summary>
/// <typeparam name="TResult">The answer: a value, or immutable records.</typeparam>
public abstract record LabQuery<TResult>
{
    /// <summary>Answers it.</summary>
    /// <exception cref="Requests.LabException">It cannot be answered, such as for an unknown name.</exception>
    internal abstract TResult Answer(LabState lab);
}
