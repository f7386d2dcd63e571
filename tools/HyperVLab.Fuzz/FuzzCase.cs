using System.Text;
using HyperVLab.Disks;

namespace HyperVLab.Fuzz;

/// <summary>
/// One changed file on its way through the library: the random numbers of what is done with it, and what became of
/// each step. The steps' fates are the nearest thing to coverage: a file with new ones is worth changing further.
/// </summary>
/// <param name="seed">Where its random numbers start.</param>
internal sealed class FuzzCase(int seed)
{
    /// <summary>The most memory that a step may take in all, in bytes.</summary>
    public const long MostBytes = 64 * 1024 * 1024;

    private readonly HashSet<string> _fates = [];

    public Random Random { get; } = new(seed);

    /// <summary>What became of the steps, without numbers.</summary>
    public IReadOnlyCollection<string> Fates => _fates;

    /// <summary>Whether the file was good enough to be opened.</summary>
    public bool WasOpened { get; set; }

    /// <summary>Which step took too much memory; null if none did.</summary>
    public string? TooMuchMemory { get; private set; }

    /// <summary>Does a step; that the file is broken is a fine answer, and so are exceptions that are named.</summary>
    /// <returns>Whether it was done.</returns>
    public bool Step(string name, Action action, params Type[] allowed)
    {
        var before = GC.GetTotalAllocatedBytes();
        try
        {
            action();
            _fates.Add(name);
            return true;
        }
        catch (Exception error) when (error is DiskFormatException or DiskParentException
            || allowed.Any(type => type.IsInstanceOfType(error)))
        {
            _fates.Add($"{name}: {Shape(error.Message)}");
            return false;
        }
        finally
        {
            var bytes = GC.GetTotalAllocatedBytes() - before;
            TooMuchMemory ??= bytes > MostBytes ? $"The step {name} took {bytes} bytes." : null;
        }
    }

    /// <summary>Notes that something was seen.</summary>
    public void Note(string fate) => _fates.Add(Shape(fate));

    // Numbers and names differ from case to case; which sentence it is does not.
    private static string Shape(string message)
    {
        var shape = new StringBuilder();
        var isQuoted = false;
        foreach (var character in message)
        {
            isQuoted ^= character is '\'' or '"';
            if (!isQuoted && (!char.IsAsciiHexDigit(character) || char.IsAsciiLetterLower(character)))
            {
                shape.Append(character);
            }
        }

        return shape.Length > 120 ? shape.ToString(0, 120) : shape.ToString();
    }
}
