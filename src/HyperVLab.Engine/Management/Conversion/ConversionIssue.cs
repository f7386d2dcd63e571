using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Management;

/// <summary>Something that speaks against a conversion, or is to be known before.</summary>
/// <param name="Error">What it is.</param>
/// <param name="Arguments">What stands for {0} to {9}.</param>
/// <param name="BlocksOnline">Whether it keeps the computer from being converted online.</param>
/// <param name="BlocksOffline">Whether it keeps the computer from being converted offline.</param>
internal sealed record ConversionIssue(
    LabError Error, IReadOnlyList<string> Arguments, bool BlocksOnline, bool BlocksOffline)
{
    /// <summary>Whether it keeps the computer from being converted in a way.</summary>
    public bool Blocks(bool offline) => offline ? BlocksOffline : BlocksOnline;
}
