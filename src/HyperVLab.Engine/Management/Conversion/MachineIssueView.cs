namespace HyperVLab.Engine.Management;

/// <summary>Something that speaks against a conversion, or is to be known before.</summary>
/// <param name="ErrorId">Its number.</param>
/// <param name="Message">What it is, and what to do.</param>
/// <param name="BlocksOnline">Whether it keeps the computer from being converted online.</param>
/// <param name="BlocksOffline">Whether it keeps the computer from being converted offline.</param>
public sealed record MachineIssueView(string ErrorId, string Message, bool BlocksOnline, bool BlocksOffline)
{
    /// <summary>What it is, and what to do.</summary>
    public override string ToString() => Message;
}
