namespace HyperVLab.Engine.Clustering.Validation;

/// <summary>What a test found so far: the worst outcome, and every line.</summary>
internal sealed class ValidationFinding
{
    private readonly List<string> _messages = [];

    /// <summary>The worst so far.</summary>
    public ValidationOutcome Outcome { get; private set; }

    /// <summary>The lines.</summary>
    public IReadOnlyList<string> Messages => _messages;

    /// <summary>Notes what is as it should be.</summary>
    public void Note(string message) => _messages.Add(message);

    /// <summary>Notes what could be better.</summary>
    public void Warn(string message)
    {
        _messages.Add(message);
        Outcome = Outcome == ValidationOutcome.Failed ? Outcome : ValidationOutcome.Warning;
    }

    /// <summary>Notes what must not be.</summary>
    public void Fail(string message)
    {
        _messages.Add(message);
        Outcome = ValidationOutcome.Failed;
    }

    /// <summary>Notes that there is nothing to test.</summary>
    public void Skip(string message)
    {
        _messages.Add(message);
        Outcome = ValidationOutcome.NotApplicable;
    }
}
