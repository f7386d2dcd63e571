namespace HyperVLab.Help;

/// <summary>One example.</summary>
/// <param name="Code">What to type.</param>
/// <param name="Text">What it does.</param>
public sealed record ExampleHelp(string Code, string Text);
