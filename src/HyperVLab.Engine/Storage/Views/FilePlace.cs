namespace HyperVLab.Engine.Storage;

/// <summary>Where one computer sees a file.</summary>
/// <param name="ComputerKey">The computer's number.</param>
/// <param name="ComputerName">The computer's name.</param>
/// <param name="Path">The whole path there.</param>
public sealed record FilePlace(int ComputerKey, string ComputerName, string Path);
