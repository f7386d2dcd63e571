namespace HyperVLab.Fuzz;

/// <summary>Something went otherwise than it must, without an exception of its own.</summary>
/// <param name="message">What went wrong, as a sentence.</param>
internal sealed class FuzzFailureException(string message) : Exception(message)
{
    /// <summary>Fails unless a condition holds.</summary>
    public static void Unless(bool condition, string message)
    {
        if (!condition)
        {
            throw new FuzzFailureException(message);
        }
    }
}
