using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Compute.Requests;

/// <summary>Shuts a virtual machine's guest down, or saves it, or cuts its power.</summary>
public sealed record StopVM : VMActionRequest
{
    /// <summary>Saves its state in place of shutting down.</summary>
    public bool Save { get; init; }

    /// <summary>Cuts its power in place of shutting down.</summary>
    public bool TurnOff { get; init; }

    /// <summary>Whether programs with unsaved data in the guest are closed all the same.</summary>
    public bool Force { get; init; }

    /// <inheritdoc/>
    private protected override VMAction Action =>
        TurnOff ? VMAction.TurnOff : Save ? VMAction.Save : VMAction.ShutDown;

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        if (Save && TurnOff)
        {
            throw VMErrors.EitherSaveOrTurnOff.For(null);
        }

        base.Validate(lab, caller);
    }
}
