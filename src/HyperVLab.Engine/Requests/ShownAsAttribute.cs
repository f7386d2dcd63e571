namespace HyperVLab.Engine.Requests;

/// <summary>
/// Says what a request's script shows in place of a value: of a secret that nobody is to see, or of one that is no
/// text.
/// </summary>
/// <param name="text">The PowerShell, such as <c>(Get-Credential)</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ShownAsAttribute(string text) : Attribute
{
    /// <summary>The PowerShell.</summary>
    public string Text { get; } = text;
}
