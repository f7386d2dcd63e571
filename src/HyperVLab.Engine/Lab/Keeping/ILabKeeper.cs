namespace HyperVLab.Engine.Keeping;

/// <summary>
/// Somebody who writes down what happens to a lab, so that the lab is there again after its process has died. A lab's
/// inputs and the number of its events are enough: the rest follows from them.
/// </summary>
public interface ILabKeeper
{
    /// <summary>
    /// Takes an input down, to be written by <see cref="Flush"/>. The lab's door is held; it may not throw.
    /// </summary>
    void Record(KeptInput input);

    /// <summary>
    /// Takes down that an event was applied, to be written by <see cref="Flush"/>. The lab's door is held; it may not
    /// throw.
    /// </summary>
    /// <param name="count">How many were applied since the lab began.</param>
    void Applied(long count);

    /// <summary>
    /// Returns when everything that was taken down is written for good. The lab's door is not held: whoever is about
    /// to tell somebody what he did or saw calls it.
    /// </summary>
    /// <exception cref="Requests.LabException">
    /// It could not be written: the lab goes on from what was written before, once it is opened again.
    /// </exception>
    void Flush();
}
