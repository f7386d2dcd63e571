namespace HyperVLab.Engine.Requests;

/// <summary>What the lab refuses or fails with; the module makes an ErrorRecord of it.</summary>
public sealed class LabException : Exception
{
    /// <summary>Makes the exception for an error of a catalogue.</summary>
    /// <param name="error">The error.</param>
    /// <param name="target">The name of what it was about.</param>
    /// <param name="arguments">The arguments of its text.</param>
    public LabException(LabError error, string? target, IReadOnlyList<string> arguments)
        : base(error.Format(arguments))
    {
        Error = error;
        Target = target;
        Arguments = arguments;
        if (error.Code is { } code)
        {
            HResult = code;
        }
    }

    /// <summary>Which error it is.</summary>
    public LabError Error { get; }

    /// <summary>The id that scripts match.</summary>
    public string Id => Error.ErrorId;

    /// <summary>The kind.</summary>
    public LabErrorCategory Category => Error.Category;

    /// <summary>The name of what it was about.</summary>
    public string? Target { get; }

    /// <summary>The arguments of the error's text.</summary>
    public IReadOnlyList<string> Arguments { get; }
}
