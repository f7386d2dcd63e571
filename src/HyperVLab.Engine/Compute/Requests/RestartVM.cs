namespace HyperVLab.Engine.Compute.Requests;

/// <summary>Resets a virtual machine, as its reset button would: its guest is not asked.</summary>
public sealed record RestartVM : VMActionRequest
{
    /// <summary>Whether the caller wants no question first.</summary>
    public bool Force { get; init; }

    /// <inheritdoc/>
    private protected override VMAction Action => VMAction.Reset;
}
