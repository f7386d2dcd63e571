namespace HyperVLab.Pictures;

/// <summary>What a timeline's part means.</summary>
internal enum TimelineTone
{
    /// <summary>The machine runs, and nothing of it is sent.</summary>
    Prepares,

    /// <summary>The machine runs while its memory is sent.</summary>
    Sends,

    /// <summary>The machine stands still.</summary>
    StandsStill,
}
