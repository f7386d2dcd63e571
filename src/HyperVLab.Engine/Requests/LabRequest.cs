
namespace HyperVLab.Engine.Requests;

/// <summary>
/// One admin action on one object, as data: named as its cmdlet without <c>Lab</c>, with the cmdlet's parameter names.
/// Its values are what the caller gave; what it refers to is a key.
/// </summary>
public abstract record LabRequest
{
    /// <summary>Refuses what cannot be done. It changes nothing and draws nothing.</summary>
    /// <exception cref="LabException">It cannot be done; the message says why and what to do.</exception>
    internal abstract void Validate(LabState lab, LabCaller caller);

    /// <summary>
    /// Writes what must be in files before the request is recorded, once everything was found valid. The lab's state
    /// stays as it is; what was learnt, such as a file's new length, the request keeps in a field for <see
    /// cref="Act"/>.
    /// </summary>
    /// <exception cref="Storage.DiskStoreException">
    /// This computer refused: the request is refused with StoreFailed.
    /// </exception>
    internal virtual void Write(LabState lab, LabCaller caller)
    {
    }

    /// <summary>
    /// Whether the request, made again, does all that it did: not where it brings bytes along that it does not carry.
    /// </summary>
    internal virtual bool IsWhole => true;

    /// <summary>
    /// Does it. It may not throw. A request that takes virtual time marks its job as going on and leaves an operation
    /// that ends it; any other ends with this call.
    /// </summary>
    internal abstract void Act(LabState lab, LabJob job);
}
