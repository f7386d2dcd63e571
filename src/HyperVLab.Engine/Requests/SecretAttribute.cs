namespace HyperVLab.Engine.Requests;

/// <summary>
/// Says that a request's text is made of a secret, such as a password's hash: the PowerShell of the request asks for
/// the secret again in place of showing it.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;
