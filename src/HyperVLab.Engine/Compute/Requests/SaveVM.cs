namespace HyperVLab.Engine.Compute.Requests;

/// <summary>Saves a virtual machine's state and releases what it takes of its host.</summary>
public sealed record SaveVM : VMActionRequest
{
    /// <inheritdoc/>
    private protected override VMAction Action => VMAction.Save;
}
