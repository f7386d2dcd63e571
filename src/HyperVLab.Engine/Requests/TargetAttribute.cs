namespace HyperVLab.Engine.Requests;

/// <summary>
/// Says by which parameter of its cmdlet a request's key is given as a name, where that is not its own name.
/// </summary>
/// <param name="parameter">The parameter, such as <c>Name</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TargetAttribute(string parameter) : Attribute
{
    /// <summary>The parameter.</summary>
    public string Parameter { get; } = parameter;
}
